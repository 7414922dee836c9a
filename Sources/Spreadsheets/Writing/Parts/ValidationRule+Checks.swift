extension ValidationRule {
  /// The maximum number of UTF-16 code units of a list in the rule itself.
  static let mostListUnits = 255

  /// Throws for a rule that Excel would remove in a repair.
  func check() throws {
    for message in [prompt, error].compactMap({ $0 }) {
      let title = message.title.utf16.count
      guard title <= 32 else { throw WorkbookWriterError(.messageTitleLength(title)) }
      let text = message.text.utf16.count
      guard text <= 255 else { throw WorkbookWriterError(.messageLength(text)) }
    }
    if case .list(let items) = kind {
      let units = items.reduce(max(0, items.count - 1)) { $0 + $1.utf16.count }
      guard !items.isEmpty, units <= Self.mostListUnits,
        !items.contains(where: { $0.contains(",") })
      else { throw WorkbookWriterError(.validationList) }
    }
    for formula in formulas {
      let units = formula.utf16.count
      guard (1...8192).contains(units) else { throw WorkbookWriterError(.formulaLength(units)) }
    }
  }

  /// The rule's type name in the standard.
  ///
  /// Source: ECMA-376-1:2016, 18.18.21 `ST_DataValidationType`.
  var typeName: String {
    switch kind {
    case .any: "none"
    case .list, .listFormula: "list"
    case .whole: "whole"
    case .decimal: "decimal"
    case .date: "date"
    case .time: "time"
    case .textLength: "textLength"
    case .custom: "custom"
    }
  }

  /// The comparison, if the rule has one.
  var comparison: Comparison? {
    switch kind {
    case .whole(let comparison), .decimal(let comparison), .date(let comparison),
      .time(let comparison), .textLength(let comparison):
      comparison
    case .any, .list, .listFormula, .custom: nil
    }
  }

  /// The rule's formulas, at most two.
  var formulas: [String] {
    switch kind {
    case .any: []
    case .list(let items):
      ["\"" + items.joined(separator: ",").replacing("\"", with: "\"\"") + "\""]
    case .listFormula(let formula), .custom(let formula): [formula]
    case .whole, .decimal, .date, .time, .textLength: comparison?.formulas ?? []
    }
  }
}
