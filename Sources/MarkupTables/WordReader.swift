import Limits
import XMLStreams

/// Turns the events of a WordprocessingML document into paragraphs and tables.
///
/// Tracked changes are accepted: what is deleted or moved away is left out. Of alternate content the
/// fallback is read. Source: ISO/IEC 29500-1, 17.3 and 17.4; ISO/IEC 29500-3, 9.3.
final class WordReader: XMLHandler {
  var builder: MarkupBuilder
  /// How many open elements hide what is in them.
  private var hidden = 0
  /// How many open text elements there are; other text is white space between elements.
  private var textDepth = 0
  private var isInCell: [Bool] = []

  init(limits: Limits) { builder = MarkupBuilder(limits: limits) }

  private enum Names {
    static let transitional: StaticString =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict: StaticString = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    static let compatibility: StaticString =
      "http://schemas.openxmlformats.org/markup-compatibility/2006"
  }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    guard isWord(tag) else {
      if tag.isNamed("Choice", in: Names.compatibility) { hidden += 1 }
      return
    }
    let name = tag.localName
    if name == "del" || name == "moveFrom" || name == "delText" || name == "instrText" {
      hidden += 1
    }
    guard hidden == 0 else { return }
    if name == "t" {
      textDepth += 1
    } else if name == "tab" {
      builder.append(" ")
    } else if name == "br" || name == "cr" {
      builder.endParagraph()
    } else if name == "noBreakHyphen" {
      builder.append("-")
    } else {
      try startTableElement(tag)
    }
  }

  private func startTableElement(_ tag: XMLTag) throws {
    let name = tag.localName
    if name == "tbl" {
      try builder.beginTable()
    } else if name == "tr" {
      try builder.beginRow()
    } else if name == "gridBefore" {
      try builder.skipColumns(max(0, number(tag) ?? 0))
    } else if name == "tc" {
      try builder.beginCell(isWord: true)
    } else if name == "gridSpan" {
      builder.setWordCell(columnSpan: max(1, number(tag) ?? 1))
    } else if name == "vMerge" {
      builder.setWordCell(merge: value(tag) == "restart")
    }
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    guard isWord(tag) else {
      if tag.isNamed("Choice", in: Names.compatibility) { hidden -= 1 }
      return
    }
    let name = tag.localName
    if name == "del" || name == "moveFrom" || name == "delText" || name == "instrText" {
      hidden -= 1
      return
    }
    guard hidden == 0 else { return }
    if name == "t" {
      textDepth -= 1
    } else if name == "p" {
      builder.endParagraph()
    } else if name == "tc" {
      try builder.endCell()
    } else if name == "tbl" {
      try builder.endTable()
    }
  }

  func characters(_ text: XMLSlice) throws {
    if textDepth > 0, hidden == 0 { builder.append(text.string) }
  }

  private func isWord(_ tag: XMLTag) -> Bool {
    tag.namespace == Names.transitional || tag.namespace == Names.strict
  }

  private func value(_ tag: XMLTag) -> String? {
    (tag.attributes["val", in: Names.transitional] ?? tag.attributes["val", in: Names.strict])?
      .string
  }

  private func number(_ tag: XMLTag) -> Int? { value(tag).flatMap { Int($0) } }
}
