import Documents
import FormReading
import Foundation
import ReportModel
import Testing

/// A value is what the cell shows, whatever its characters are.
struct ShownValueTests {
  private func read(_ value: GridValue, _ shown: ShownText? = nil) -> ReadValue {
    ValueReader(Forms.form2021.table("disclosure")!.column("issued")!)
      .read(GridCell(GridReference(row: 1, column: 1), value, appearance: shown))
  }

  @Test func `a mark beside the number is a note`() {
    #expect(
      read(.text("87"), ShownText("87", marks: ["1"]))
        == ReadValue(.number(87), note: "1", remarks: [.mark(text: "1", number: "87")]))
    #expect(
      read(.text("87件"), ShownText("87件", marks: ["注1"]))
        == ReadValue(
          .number(87), note: "件 注1",
          remarks: [.beside(text: "87件", number: "87"), .mark(text: "注1", number: "87")]))
    #expect(
      read(.text("87¹"))
        == ReadValue(.number(87), note: "¹", remarks: [.mark(text: "¹", number: "87")]))
    #expect(read(.text("10₂")).value == .number(10))
  }

  @Test func `what is struck out is not the value`() {
    #expect(
      read(.text("87"), ShownText("87", struckOut: ["85"]))
        == ReadValue(.number(87), note: "85", remarks: [.corrected(text: "85", number: "87")]))
    #expect(
      read(.number(85), ShownText("", struckOut: ["85"]))
        == ReadValue(.unreadable("85"), remarks: [.struckOut(text: "85")]))
    #expect(
      read(.text("1"), ShownText("", marks: ["1"]))
        == ReadValue(.unreadable("1"), remarks: [.onlyMark(text: "1")]))
  }

  @Test func `what is hidden is not the value`() {
    #expect(
      read(.number(85), ShownText("", hidden: ["85"]))
        == ReadValue(.blank, remarks: [.hidden(text: "85")]))
    #expect(read(.text("87"), ShownText("87", hidden: ["1"])) == ReadValue(.number(87)))
  }

  @Test func `what is uncertain is not read`() {
    #expect(
      read(.text("8 7"), ShownText("8 7", isUnclear: true))
        == ReadValue(.unreadable("8 7"), remarks: [.unclear(text: "8 7")]))
    #expect(
      read(.number(2), ShownText("", rivals: [.number(1), .text("x"), .number(2)]))
        == ReadValue(.unreadable("1 | x | 2"), remarks: [.rivals(["1", "x", "2"])]))
  }

  @Test(arguments: [
    ("\u{202E}54321\u{202C}", "12345", true), ("\u{202E}54321", "12345", true),
    ("1\u{202E}32\u{202C}4", "1234", true), ("\u{202E}\u{202D}12\u{202C}3\u{202C}", "312", true),
    ("\u{202D}12345\u{202C}", "12345", false), ("\u{202A}12\u{202C}", "12", false),
    ("\u{2067}12\u{2069}", "12", false), ("\u{202E}11\u{202C}", "11", false),
  ])
  func `a number is read as it is shown, whatever its direction`(
    text: String, number: String, isReordered: Bool
  ) {
    #expect(
      read(.text(text))
        == ReadValue(
          .number(Decimal(string: number)!),
          remarks: isReordered ? [.reversed(number: number)] : []))
  }

  @Test func `what a direction moves beside a number is not read`() {
    #expect(read(.text("\u{202B}12 件\u{202C}")).remarks == [.unclear(text: "12 件")])
  }
}
