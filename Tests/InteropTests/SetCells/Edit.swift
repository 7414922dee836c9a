import Spreadsheets

/// One number that is set in a workbook, and set back in the copy.
struct Edit: Codable {
  /// Which cell of a workbook is changed.
  enum Choice: String, Codable, CaseIterable {
    /// The first number without a formula.
    case first
    /// The number without a formula that has as many before it as behind it.
    case middle
    /// The first number that a formula has.
    case formula
  }

  var source: String
  var choice: Choice
  var sheet: String?
  var cell: String?
  var old: Double?
  var new: Double?
  /// The copy with the new number.
  var edited: String?
  /// The copy in which the old number is set again.
  var restored: String?
  /// Why nothing was changed.
  var refusal: String?

  /// Sets a number in a copy `path` of the workbook at `source`; `nil` where it has no such cell.
  init?(_ choice: Choice, of source: String, in cells: NumberCells, to path: String) {
    guard let target = cells[choice] else { return nil }
    let new = target.value == 424_242.5 ? 424_243.5 : 424_242.5
    (self.source, self.choice) = (source, choice)
    (sheet, cell, old, self.new) = (target.sheet, "\(target.cell)", target.value, new)
    do {
      try Self.set(new, at: target, in: source, savingTo: path + ".xlsx")
      edited = path + ".xlsx"
      try Self.set(target.value, at: target, in: path + ".xlsx", savingTo: path + ".back.xlsx")
      restored = path + ".back.xlsx"
    } catch {
      refusal = "\(error)"
    }
  }

  /// Tells of a workbook that cannot be read at all.
  init(unreadable source: String, _ error: any Error) {
    (self.source, choice, refusal) = (source, .first, "\(error)")
  }

  private static func set(
    _ value: Double, at target: NumberCells.Target, in source: String, savingTo path: String
  ) throws {
    let editor = try WorkbookEditor(path: source)
    try editor.set(.number(value), at: target.cell, inSheet: target.sheet)
    try editor.save(to: path)
  }
}
