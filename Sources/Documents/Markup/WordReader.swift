import Diagnostics
import XMLStreams

/// Turns the events of a WordprocessingML document into paragraphs and tables.
///
/// Tracked changes are accepted: text, rows and cells that are deleted or moved away are omitted, and so are
/// the properties that a change replaced. Of alternate content the fallback is read. Source: ISO/IEC 29500-1,
/// 17.3 and 17.4; ISO/IEC 29500-3, 9.3.
final class WordReader: XMLHandler {
  var builder: MarkupBuilder
  /// The number of open elements.
  private var depth = 0
  /// The depth of the outermost open element that hides its content; nil if there is none.
  private var hiddenDepth: Int?
  /// The depths of the open rows and the open cells.
  private var rowDepths: [Int] = []
  private var cellDepths: [Int] = []
  /// Whether the properties of a row are open.
  private var isInRowProperties = false
  /// The number of open text elements; other text is white space between elements.
  private var textDepth = 0

  private let styles: WordStyles
  /// The looks of the open paragraph's style and of the open run.
  private var paragraphLook = WordLook()
  private var runLook = WordLook()
  /// The depth of the innermost open run.
  private var runDepth: Int?
  /// The depth of the open run's properties; nil if none are open.
  private var propertiesDepth: Int?
  /// The depths of the outermost ruby text and of text in reverse order.
  private var rubyDepth: Int?
  private var reverseDepths: [Int] = []
  /// The depth of the outermost text box, or of the outermost part of an equation that is not in one line.
  private var unclearDepth: Int?

  init(limits: Limits, styles: WordStyles) {
    builder = MarkupBuilder(limits: limits)
    self.styles = styles
  }

  private enum Names {
    static let transitional: StaticString =
      "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    static let strict: StaticString = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    static let math: StaticString =
      "http://schemas.openxmlformats.org/officeDocument/2006/math"
    static let strictMath: StaticString = "http://purl.oclc.org/ooxml/officeDocument/math"
    static let compatibility: StaticString =
      "http://schemas.openxmlformats.org/markup-compatibility/2006"
  }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    depth += 1
    guard hiddenDepth == nil else { return }
    guard isWord(tag) else {
      if tag.isNamed("Choice", in: Names.compatibility) { hiddenDepth = depth }
      if isMath(tag) { startMath(tag.localName) }
      return
    }
    let name = tag.localName
    if isInRowProperties, name == "del" {
      builder.dropRow()
      hiddenDepth = rowDepths.last
    } else if name == "cellDel" {
      builder.dropCell()
      hiddenDepth = cellDepths.last
    } else if hides(name) {
      hiddenDepth = depth
    }
    guard hiddenDepth == nil else { return }
    if propertiesDepth != nil { return setRunProperty(tag) }
    if name == "t" {
      textDepth += 1
    } else if name == "r" {
      runLook = paragraphLook
      runDepth = depth
    } else if name == "p" {
      (paragraphLook, runLook) = (WordLook(), WordLook())
    } else if name == "pStyle" {
      paragraphLook = value(tag).map { styles[$0] } ?? WordLook()
      runLook = paragraphLook
    } else if name == "rPr" {
      // The properties of a paragraph's mark do not apply to its text.
      if runDepth == depth - 1 { propertiesDepth = depth }
    } else if name == "rt" {
      rubyDepth = rubyDepth ?? depth
    } else if name == "bdo", value(tag) == "rtl" {
      reverseDepths.append(depth)
      builder.append("\u{202E}")
    } else if name == "sym" {
      // A character of a symbol font: its look is unknown, but in some fonts it is not a digit.
      let font = value(tag, "font") ?? ""
      let isMark = font.hasPrefix("Wingdings") || font.hasPrefix("Webdings")
      builder.append("\u{FFFD}", isMark ? look.union(.raised) : look)
    } else if name == "tab" || name == "ptab" {
      builder.append(" ")
    } else if name == "br" || name == "cr" {
      builder.endParagraph()
    } else if name == "noBreakHyphen" {
      builder.append("-")
    } else if name == "txbxContent" {
      builder.endParagraph()
      unclearDepth = unclearDepth ?? depth
    } else {
      try startTableElement(tag)
    }
  }

  private func startTableElement(_ tag: XMLTag) throws {
    let name = tag.localName
    if name == "tbl" {
      try builder.beginTable()
    } else if name == "tr" {
      rowDepths.append(depth)
      try builder.beginRow()
    } else if name == "trPr" {
      isInRowProperties = true
    } else if name == "gridBefore" {
      try builder.skipColumns(max(0, number(tag) ?? 0))
    } else if name == "tc" {
      cellDepths.append(depth)
      try builder.beginCell(isWord: true)
    } else if name == "gridSpan" {
      builder.setWordCell(columnSpan: max(1, number(tag) ?? 1))
    } else if name == "vMerge" {
      builder.setWordCell(merge: value(tag) == "restart")
    }
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    defer { depth -= 1 }
    if rowDepths.last == depth { rowDepths.removeLast() }
    let isCell = cellDepths.last == depth
    if isCell { cellDepths.removeLast() }
    if let hiddenDepth {
      if hiddenDepth == depth {
        self.hiddenDepth = nil
        isInRowProperties = false
      }
      return
    }
    if unclearDepth == depth { unclearDepth = nil }
    guard isWord(tag) else {
      if isMath(tag), tag.localName == "t" { textDepth -= 1 }
      return
    }
    let name = tag.localName
    if propertiesDepth == depth { propertiesDepth = nil }
    if rubyDepth == depth { rubyDepth = nil }
    if reverseDepths.last == depth {
      reverseDepths.removeLast()
      builder.append("\u{202C}")
    }
    if runDepth == depth { runDepth = nil }
    if name == "t" {
      textDepth -= 1
    } else if name == "p" {
      builder.endParagraph()
    } else if isCell {
      try builder.endCell()
    } else if name == "tbl" {
      try builder.endTable()
    } else if name == "trPr" {
      isInRowProperties = false
    }
  }

  /// Whether the content of an element of that name is not part of the text once changes are accepted:
  /// deletions, field instructions, and properties before a change.
  private func hides(_ name: XMLSlice) -> Bool {
    name == "del" || name == "moveFrom" || name == "delText" || name == "instrText"
      || name == "pPrChange" || name == "rPrChange" || name == "tcPrChange" || name == "trPrChange"
      || name == "tblPrChange" || name == "tblPrExChange" || name == "tblGridChange"
      || name == "sectPrChange"
  }

  func characters(_ text: XMLSlice) throws {
    if textDepth > 0, hiddenDepth == nil { builder.append(text.string, look) }
  }

  /// The look of the open run's text.
  private var look: TextLook {
    var look = runLook.text
    if rubyDepth != nil { look.insert(.raised) }
    if unclearDepth != nil { look.insert(.unclear) }
    return look
  }

  private func setRunProperty(_ tag: XMLTag) {
    if tag.localName == "rStyle" {
      if let style = value(tag) { runLook.merge(styles[style]) }
    } else {
      runLook.set(tag.localName.string, value(tag))
    }
  }

  /// Opens a part of an equation.
  private func startMath(_ name: XMLSlice) {
    if name == "t" {
      textDepth += 1
    } else if name == "oMath" {
      runLook = paragraphLook
    } else if name != "r", name != "rPr", name != "oMathPara" {
      unclearDepth = unclearDepth ?? depth
    }
  }

  /// Whether `tag` is part of an equation.
  ///
  /// Source: ISO/IEC 29500-1, 22.1.
  private func isMath(_ tag: XMLTag) -> Bool {
    tag.namespace == Names.math || tag.namespace == Names.strictMath
  }

  private func isWord(_ tag: XMLTag) -> Bool {
    tag.namespace == Names.transitional || tag.namespace == Names.strict
  }

  private func value(_ tag: XMLTag, _ name: StaticString = "val") -> String? {
    (tag.attributes[name, in: Names.transitional] ?? tag.attributes[name, in: Names.strict])?
      .string
  }

  private func number(_ tag: XMLTag) -> Int? { value(tag).flatMap { Int($0) } }
}
