/// A name that a workbook gives to a range, a constant or a formula.
///
/// Source: ECMA-376-1:2016, 18.2.5 `definedName`.
public struct DefinedName: Hashable, Sendable {
  /// The name; `_xlnm.Print_Area` and its like are Excel's own.
  public let name: String
  /// What it stands for, such as `Sheet1!$B$2`, without an equals sign.
  public let formula: String
  /// The index of the sheet that it holds in; nil for the whole workbook.
  public let sheetIndex: Int?
  /// Whether it is left out of Excel's list of names.
  public let isHidden: Bool

  /// Makes a name.
  public init(name: String, formula: String, sheetIndex: Int? = nil, isHidden: Bool = false) {
    self.name = name
    self.formula = formula
    self.sheetIndex = sheetIndex
    self.isHidden = isHidden
  }

  /// The sheet's name and the range, where the name stands for exactly one range.
  public var target: (sheet: String, range: CellRange)? {
    guard let mark = formula.lastIndex(of: "!"),
      let range = CellRange(formula[formula.index(after: mark)...])
    else { return nil }
    var sheet = formula[..<mark]
    if sheet.count >= 2, sheet.first == "'", sheet.last == "'" {
      sheet = sheet.dropFirst().dropLast()
      guard !Self.hasLoneQuote(sheet) else { return nil }
      return (Self.unquoted(sheet), range)
    }
    let isPlain = !sheet.isEmpty && !sheet.contains { "'(),:+-*/&\" []".contains($0) }
    return isPlain ? (String(sheet), range) : nil
  }

  private static func hasLoneQuote(_ text: Substring) -> Bool {
    var run = 0
    for character in text {
      if character == "'" {
        run += 1
      } else {
        if run % 2 == 1 { return true }
        run = 0
      }
    }
    return run % 2 == 1
  }

  private static func unquoted(_ text: Substring) -> String {
    var result = ""
    var isSecond = false
    for character in text {
      if character == "'", isSecond {
        isSecond = false
        continue
      }
      isSecond = character == "'"
      result.append(character)
    }
    return result
  }
}
