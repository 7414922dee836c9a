public import Languages

/// Why a workbook cannot be changed as asked: what was found, and what to do.
public struct WorkbookEditorError: PhrasedError, Hashable {
  /// What stands in the way.
  public let reason: Reason
  /// The part it was found in, such as `/xl/styles.xml`, if it is about one.
  public let part: String?
  /// The name of the sheet, if it is about one.
  public let sheet: String?
  /// The cell or range, such as `C5`, if it is about one.
  public let cell: String?

  init(_ reason: Reason, part: String? = nil, sheet: String? = nil, cell: String? = nil) {
    self.reason = reason
    self.part = part
    self.sheet = sheet
    self.cell = cell
  }

  /// The place, as `PART: ` or `SHEET!CELL: `, and the reason in words.
  public var phrase: Phrase {
    let words = reason.phrase
    let place = [sheet ?? part, cell].compactMap { $0 }.joined(separator: "!")
    guard !place.isEmpty else { return words }
    return Phrase(zh: "\(place)：\(words.zh)", en: "\(place): \(words.en)")
  }
}
