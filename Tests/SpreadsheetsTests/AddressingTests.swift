import Spreadsheets
import Testing

@Suite struct AddressingTests {
  @Test(arguments: [
    ("A1", 1, 1), ("C5", 5, 3), ("Z1", 1, 26), ("AA1", 1, 27), ("XFD1048576", 1_048_576, 16_384),
    ("b2", 2, 2), ("$B$2", 2, 2), ("B$2", 2, 2), ("$B2", 2, 2),
  ])
  func `reads references`(text: String, row: Int, column: Int) {
    #expect(CellReference(text) == CellReference(row: row, column: column))
  }

  @Test(arguments: [
    "", "A", "1", "A0", "A-1", "1A", "XFE1", "A1048577", "A99999999999", "AAAAAAAAAAAA1", "A1:B2",
    "Ａ１", "Data!A1", "A4294967297", "A18446744073709551617", "A01", " A1", "$$A1", "A$", "A1$",
    "$A$$1",
  ])
  func `refuses what is no reference`(text: String) {
    #expect(CellReference(text) == nil)
  }

  @Test func `writes what it reads`() {
    for column in [1, 26, 27, 52, 702, 703, 16_384] {
      let reference = CellReference(row: 7, column: column)
      #expect(CellReference(reference.description) == reference)
      #expect(CellReference.column(ofLetters: reference.columnLetters) == column)
    }
    #expect(CellReference.letters(ofColumn: 28) == "AB")
    #expect(CellReference.letters(ofColumn: 0) == "")
    #expect(CellReference.column(ofLetters: "XFE") == nil)
  }

  @Test(arguments: [
    (0, 0, "R0C0"), (0, 3, "R0C3"), (3, 0, "R3C0"), (-1, 2, "R-1C2"), (1_048_577, 1, "R1048577C1"),
    (1, 16_385, "R1C16385"),
  ])
  func `shows a place that no sheet has as what it is`(row: Int, column: Int, text: String) {
    let reference = CellReference(row: row, column: column)
    #expect(reference.description == text)
    #expect(CellReference(text) == nil)
    #expect(CellRange(reference, reference).description == text)
  }

  @Test func `orders by row, then by column`() throws {
    let sorted = try ["B2", "A3", "A2", "C1"].map { try #require(CellReference($0)) }.sorted()
    #expect(sorted.map(\.description) == ["C1", "A2", "B2", "A3"])
  }

  @Test(arguments: [
    ("A1:C5", "A1:C5", 15), ("C5:A1", "A1:C5", 15), ("C1:A5", "A1:C5", 15), ("B2", "B2", 1),
    ("$A$1:$B$2", "A1:B2", 4), ("A1:XFD1048576", "A1:XFD1048576", 17_179_869_184),
  ])
  func `reads ranges`(text: String, written: String, count: Int) throws {
    let range = try #require(CellRange(text))
    #expect(range.description == written)
    #expect(range.cellCount == count)
  }

  @Test(arguments: ["", "foo", "A1:", ":A1", "A1:B2:C3", "A1:XFE1048577"])
  func `refuses what is no range`(text: String) {
    #expect(CellRange(text) == nil)
  }

  @Test func `a range holds its corners and nothing beyond`() throws {
    let range = try #require(CellRange("B2:C3"))
    for (text, isInside) in [
      ("B2", true), ("C3", true), ("A2", false), ("D3", false), ("B4", false),
    ] {
      #expect(range.contains(try #require(CellReference(text))) == isInside)
    }
  }
}
