/// A cell's address, such as `C5`, without its sheet.
///
/// Rows are numbered from 1 to 1,048,576 and columns from 1 (`A`) to 16,384 (`XFD`), the limits of Excel.
/// References compare by row, then by column: the order of cells in a worksheet part.
///
///     CellReference("C5")?.column  // 3
///
/// Source: ECMA-376-1:2016, 18.18.7 `ST_CellRef`.
public struct CellReference: Hashable, Sendable {
  /// The last row of a sheet.
  public static let maximumRow = 1_048_576
  /// The last column of a sheet, `XFD`.
  public static let maximumColumn = 16_384

  /// The row, from 1.
  public var row: Int
  /// The column, from 1.
  public var column: Int

  /// Makes the reference of a cell without checking that a sheet has it.
  ///
  /// Functions reject a reference beyond the sheet; they read, write and change nothing then.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Parses a reference in A1 style; letters may be lower case, and dollar signs are ignored.
  ///
  /// Nil for anything else, and for a cell beyond the last row or column.
  public init?(_ text: some StringProtocol) {
    self.init(utf8: text.utf8)
  }

  /// Parses a reference in A1 style from `bytes`; nil as for text.
  package init?(utf8 bytes: some Sequence<UInt8>) {
    var (row, column) = (0, 0)
    var mayTakeDollar = true
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "$") where mayTakeDollar:
        mayTakeDollar = false
        continue
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard row == 0, mayTakeDollar || column == 0 else { return nil }
        column = column * 26 + Int(byte & 0x1F)
        mayTakeDollar = true
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        row = row * 10 + Int(byte & 0x0F)
        guard column > 0, row > 0 else { return nil }
        mayTakeDollar = false
      default: return nil
      }
      guard row <= Self.maximumRow, column <= Self.maximumColumn else { return nil }
    }
    guard row > 0 else { return nil }
    self.init(row: row, column: column)
  }
}

extension CellReference {
  /// Parses a reference in the usual form: capital letters, then digits.
  ///
  /// Nil for every other form, which ``init(utf8:)`` then parses.
  init?(capitals bytes: UnsafeBufferPointer<UInt8>) {
    var (row, column, index) = (0, 0, 0)
    while index < bytes.count, index < 3 {
      let letter = bytes[index] &- UInt8(ascii: "A")
      guard letter < 26 else { break }
      column = column &* 26 &+ Int(letter) &+ 1
      index &+= 1
    }
    guard index > 0, index < bytes.count, bytes.count - index <= 7, bytes[index] != 0x30 else {
      return nil
    }
    while index < bytes.count {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      row = row &* 10 &+ Int(digit)
      index &+= 1
    }
    guard row <= Self.maximumRow, column <= Self.maximumColumn else { return nil }
    self.init(row: row, column: column)
  }
}

extension CellReference: Comparable {
  /// Orders by row, then by column.
  public static func < (left: Self, right: Self) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

extension CellReference: CustomStringConvertible {
  /// The reference in A1 style, such as `C5`; beyond the sheet in R1C1 style, such as `R0C3`.
  public var description: String {
    isInSheet ? columnLetters + String(row) : "R\(row)C\(column)"
  }
}

extension CellReference {
  /// The column's letters, such as `C`.
  public var columnLetters: String { Self.letters(ofColumn: column) }

  /// The letters of the column with the number `column`, from 1, such as `AB` for 28; empty below 1.
  public static func letters(ofColumn column: Int) -> String {
    var letters: [UInt8] = []
    appendLetters(ofColumn: column, to: &letters)
    return String(decoding: letters, as: UTF8.self)
  }

  /// The number, from 1, of the column with `letters`, or nil if there is none.
  public static func column(ofLetters letters: some StringProtocol) -> Int? {
    CellReference(utf8: Array(letters.utf8) + [UInt8(ascii: "1")])?.column
  }

  /// Appends the reference in A1 style to `bytes`.
  package func append(to bytes: inout [UInt8]) {
    Self.appendLetters(ofColumn: column, to: &bytes)
    NumberText.append(row, to: &bytes)
  }

  private static func appendLetters(ofColumn column: Int, to bytes: inout [UInt8]) {
    var rest = column
    let start = bytes.count
    while rest > 0 {
      bytes.append(UInt8(ascii: "A") + UInt8((rest - 1) % 26))
      rest = (rest - 1) / 26
    }
    bytes[start...].reverse()
  }
}
