#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
package import Diagnostics

/// Findings as text for people: `FILE:SHEET!REF: severity[rule]: message`, then the non-blank cells of a
/// relation.
package struct FindingText: Sendable {
  /// The most cells that the line below a relation's finding names.
  private static let namedCells = 8

  /// The language of the messages.
  package let language: Language

  /// Makes a renderer for `language`.
  package init(language: Language) { self.language = language }

  /// The finding's lines, each with its line break.
  package func text(_ finding: Finding) -> String {
    let place = finding.cells.first?.place ?? ""
    let origin = place.isEmpty ? finding.file : "\(finding.file):\(place)"
    let head = "\(origin): \(finding.severity.rawValue)[\(finding.rule)]: "
    let lines = (head + finding.message[language]).withControlsEscaped + "\n"
    return lines + cells(of: finding)
  }

  private func cells(of finding: Finding) -> String {
    guard finding.cells.count > 1 else { return "" }
    let first = finding.cells.first?.sheet
    let telling = finding.cells.filter(\.holdsSomething)
    guard !telling.isEmpty else { return "" }
    let named = telling.prefix(Self.namedCells).map { cell in
      var place = cell.sheet == first && cell.file == nil ? cell.reference ?? "" : cell.place
      if let file = cell.file { place = place.isEmpty ? file : "\(file):\(place)" }
      return "\(place.isEmpty ? cell.field ?? "" : place)=\(cell.value.described)"
    }
    let rest = telling.count > named.count ? " …" : ""
    return "    " + (named.joined(separator: " ") + rest).withControlsEscaped + "\n"
  }
}

extension FindingCell {
  fileprivate var holdsSomething: Bool { value != .blank && value != .number(0) }
}

extension FindingValue {
  fileprivate var described: String {
    switch self {
    case .number(let number): "\(number)"
    case .blank: ""
    case .text(let text): text
    }
  }
}
