#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Diagnostics

/// Findings as JSON, one object per line, as described by `docs/schema/finding.schema.json`.
package struct FindingJSON: Sendable {
  /// The language of the messages.
  package let language: Language

  /// Makes a renderer for `language`.
  package init(language: Language) { self.language = language }

  /// The finding as one object, without a line break.
  package func line(_ finding: Finding) -> String {
    var json = JSONWriter()
    json.raw("{")
    json.name("file")
    json.string(finding.file.shownFileName)
    json.raw(",")
    json.name("rule")
    json.string(finding.rule.name)
    json.raw(",")
    json.name("severity")
    json.string(finding.severity.rawValue)
    json.raw(",")
    json.name("message")
    json.string(finding.message[language])
    json.sides(of: finding)
    json.raw(",")
    json.name("cells")
    json.raw("[")
    for (index, cell) in finding.cells.enumerated() {
      if index > 0 { json.raw(",") }
      json.cell(cell)
    }
    json.raw("]}")
    return json.text
  }
}

extension JSONWriter {
  /// Writes `left`, `right` and `difference` of a relation's finding, each after a comma.
  mutating func sides(of finding: Finding) {
    let sides = [
      ("left", finding.left), ("right", finding.right), ("difference", finding.difference),
    ]
    for case (let name, let number?) in sides {
      raw(",")
      self.name(name)
      raw("\(number)")
    }
  }

  /// Writes a cell as an object.
  mutating func cell(_ cell: FindingCell) {
    raw("{")
    if let file = cell.file {
      name("file")
      string(file.shownFileName)
      raw(",")
    }
    for (name, text) in [("sheet", cell.sheet), ("ref", cell.reference), ("field", cell.field)] {
      self.name(name)
      if let text { string(text) } else { raw("null") }
      raw(",")
    }
    name("value")
    switch cell.value {
    case .number(let number): raw("\(number)")
    case .blank: raw("null")
    case .text(let text): string(text)
    }
    raw("}")
  }
}
