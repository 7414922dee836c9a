/// The offset of a copied formula in rows and columns: relative references move with it.
struct FormulaMove: Hashable, Sendable {
  /// No offset.
  static let none = FormulaMove(rows: 0, columns: 0)

  let rows: Int
  let columns: Int

  /// The new number of row `row`.
  func row(_ row: Int) -> Int { Self.wrapped(row + rows, CellReference.maximumRow) }

  /// The new number of column `column`.
  func column(_ column: Int) -> Int { Self.wrapped(column + columns, CellReference.maximumColumn) }

  /// Appends `formula`, adjusted to its new cell, to `bytes`.
  ///
  /// Parts in quotes (texts, sheet names) or brackets (other workbooks, table columns) do not change, nor do
  /// names and functions. A reference beyond the sheet wraps around to its other side, as in Excel. Nothing
  /// more is appended once `bytes` has `bound` bytes.
  func append(_ formula: [UInt8], to bytes: inout [UInt8], upTo bound: Int = .max) {
    guard rows != 0 || columns != 0 else { return bytes.append(contentsOf: formula) }
    var index = 0
    while index < formula.count, bytes.count < bound {
      let byte = formula[index]
      let end: Int
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        end = Self.end(ofQuoted: formula, from: index)
      case UInt8(ascii: "["): end = Self.end(ofBracketed: formula, from: index)
      case let byte where Self.isWord(byte):
        end = formula[index...].firstIndex { !Self.isWord($0) } ?? formula.count
        let isName = end < formula.count && "(![".utf8.contains(formula[end])
        if !isName, appendMoved(formula[index..<end], to: &bytes) {
          index = end
          continue
        }
        if let behind = appendMovedLines(formula, from: index, colon: end, to: &bytes) {
          index = behind
          continue
        }
      default: end = index + 1
      }
      bytes.append(contentsOf: formula[index..<end])
      index = end
    }
  }

  /// Appends the moved whole columns or rows at `start`, such as `A:$C` or `$1:3`, if there are any; returns
  /// their end.
  private func appendMovedLines(
    _ formula: [UInt8], from start: Int, colon: Int, to bytes: inout [UInt8]
  ) -> Int? {
    guard colon < formula.count, formula[colon] == UInt8(ascii: ":") else { return nil }
    let end = formula[(colon + 1)...].firstIndex { !Self.isWord($0) } ?? formula.count
    if end < formula.count, "(![".utf8.contains(formula[end]) { return nil }
    let (first, last) = (formula[start..<colon], formula[colon + 1..<end])
    if let first = movedColumn(first), let last = movedColumn(last) {
      bytes.append(contentsOf: "\(first):\(last)".utf8)
    } else if let first = movedRow(first), let last = movedRow(last) {
      bytes.append(contentsOf: "\(first):\(last)".utf8)
    } else {
      return nil
    }
    return end
  }

  private func movedColumn(_ word: ArraySlice<UInt8>) -> String? {
    var rest = word
    let isFixed = Self.takeDollar(&rest)
    guard 1...3 ~= rest.count, rest.allSatisfy(Self.isLetter),
      let column = CellReference.column(ofLetters: String(decoding: rest, as: UTF8.self))
    else { return nil }
    let moved = isFixed ? column : self.column(column)
    return (isFixed ? "$" : "") + CellReference.letters(ofColumn: moved)
  }

  private func movedRow(_ word: ArraySlice<UInt8>) -> String? {
    var rest = word
    let isFixed = Self.takeDollar(&rest)
    guard 1...7 ~= rest.count, rest.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let row = Int(String(decoding: rest, as: UTF8.self)), 1...CellReference.maximumRow ~= row
    else { return nil }
    return (isFixed ? "$" : "")
      + String(isFixed ? row : self.row(row))
  }

  /// Appends the moved `word`, if it is a cell reference.
  private func appendMoved(_ word: ArraySlice<UInt8>, to bytes: inout [UInt8]) -> Bool {
    var rest = word
    let isColumnFixed = Self.takeDollar(&rest)
    let letters = rest.prefix { Self.isLetter($0) }
    rest = rest.dropFirst(letters.count)
    let isRowFixed = Self.takeDollar(&rest)
    guard !letters.isEmpty, letters.count <= 3, !rest.isEmpty, rest.count <= 7,
      rest.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
      let place = CellReference(utf8: letters + rest)
    else { return false }
    let moved = CellReference(
      row: isRowFixed ? place.row : row(place.row),
      column: isColumnFixed ? place.column : column(place.column))
    let dollar = UInt8(ascii: "$")
    if isColumnFixed { bytes.append(dollar) }
    bytes.append(contentsOf: moved.columnLetters.utf8)
    if isRowFixed { bytes.append(dollar) }
    NumberText.append(moved.row, to: &bytes)
    return true
  }

  private static func wrapped(_ value: Int, _ count: Int) -> Int {
    let remainder = (value - 1) % count
    return (remainder < 0 ? remainder + count : remainder) + 1
  }

  private static func takeDollar(_ bytes: inout ArraySlice<UInt8>) -> Bool {
    guard bytes.first == UInt8(ascii: "$") else { return false }
    bytes.removeFirst()
    return true
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    UInt8(ascii: "a")...UInt8(ascii: "z") ~= byte | 0x20
  }

  /// Whether `byte` may be part of a reference, name, function or number.
  static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte || byte >= 0x80
      || "$_.\\?".utf8.contains(byte)
  }

  /// The end of the quoted text that begins at `start`; a doubled quote does not end it.
  private static func end(ofQuoted formula: [UInt8], from start: Int) -> Int {
    var index = start + 1
    while index < formula.count {
      if formula[index] == formula[start] {
        guard index + 1 < formula.count, formula[index + 1] == formula[start] else {
          return index + 1
        }
        index += 1
      }
      index += 1
    }
    return formula.count
  }

  private static func end(ofBracketed formula: [UInt8], from start: Int) -> Int {
    var depth = 0
    for index in start..<formula.count {
      if formula[index] == UInt8(ascii: "[") { depth += 1 }
      if formula[index] == UInt8(ascii: "]") { depth -= 1 }
      if depth == 0 { return index + 1 }
    }
    return formula.count
  }
}
