import ReportModel
import Testing

@testable import FormReading

/// In a list, a field a line, what is not certain is not read, and an issue names the cell.
struct ListReadingTests {
  /// The list of the small form, a line a row, with each line's number.
  private static let lines: [String] = [
    ("粮食类|小麦面粉", 1), ("粮食类|优质大米", 2), ("油料类|花生油桶", 3), ("油料类|茶叶包装", 4), ("精制食盐|精制食盐", 5),
  ].flatMap { row, number in
    ["本期收入", "发出合格", "期末结存"].enumerated().map { "\(row)|\($1)|\(10 * number + $0 + 1)" }
  }

  private func read(_ lines: [String]) throws -> FormReading {
    try SmallForm.read(Sketch(lines.joined(separator: "\n")))
  }

  private func values(_ reading: FormReading) -> [String] {
    SmallForm.table.rows.map { reading.described($0.id) }
  }

  private let all = ["11 12 13", "21 22 23", "31 32 33", "41 42 43", "51 52 53"]
  private let none = Array(repeating: "? ? ?", count: 5)

  @Test func `reads what is plain`() throws {
    let reading = try read(Self.lines)
    #expect(values(reading) == all)
    #expect(reading.rules.isEmpty)
  }

  @Test func `names a line that is none of the form's`() throws {
    var lines = Self.lines
    lines.insert("粮食类|小麦面粉|退回数|7", at: 3)
    let reading = try read(lines)
    #expect(values(reading) == all)
    #expect(reading.rules == ["value.unusedNumber D4"])
    #expect(reading.findings.first?.severity == .warning)
  }

  @Test func `reads nothing where a number has no label`() throws {
    var lines = Self.lines
    lines.insert("|||7", at: 3)
    let reading = try read(lines)
    #expect(values(reading) == none)
    #expect(reading.rules.contains("value.unusedNumber D4"))
    #expect(reading.findings.first?.severity == .error)
  }

  @Test(arguments: ["above", "below"])
  func `reads nothing where a number without a label is next to the list`(side: String) throws {
    let reading = try read(side == "above" ? ["|||7"] + Self.lines : Self.lines + ["|||7"])
    #expect(values(reading) == none)
    #expect(reading.rules == ["value.unusedNumber \(side == "above" ? "D1" : "D16")"])
  }

  @Test func `reads a list that is apart from a number`() throws {
    let reading = try read(Self.lines + ["", "|||7"])
    #expect(values(reading) == all)
  }

  /// The list with its labels in three columns, those of the next rows always further right, and `count`
  /// numbers before the labels, from the end of the list on.
  private func lines(numbersAmongLabels count: Int) -> [String] {
    var rest = count
    return Self.lines.enumerated().reversed().map { index, line in
      let parts = line.split(separator: "|").map(String.init)
      let column = index < 6 ? 0 : index < 12 ? 1 : 2
      var cells = ["", "", ""]
      cells[column] = parts[2]
      if column > 0, rest > 0 {
        cells[column - 1] = "\(900 - 7 * index)"
        rest -= 1
      }
      return (parts[0...1] + cells + [parts[3]]).joined(separator: "|")
    }.reversed()
  }

  @Test func `withdraws the line that has a number among its labels`() throws {
    let reading = try read(lines(numbersAmongLabels: 1))
    #expect(values(reading) == all.dropLast() + ["51 52 ?"])
    #expect(reading.rules.contains("value.unusedNumber D15"))
  }

  @Test(arguments: [7, 8])
  func `treats as many numbers among the labels as half of the list as another table`(
    count: Int
  ) throws {
    let reading = try read(lines(numbersAmongLabels: count))
    #expect((values(reading) == none) == (count == 8))
    #expect(values(reading)[0] == (count == 8 ? "? ? ?" : "11 12 13"))
  }

  @Test func `reads nothing where numbers in the next column but one may be the list's`() throws {
    let beside = try read(Self.lines.map { "\($0)||9" })
    #expect(values(beside) == none)
    #expect(beside.rules == ["label.ambiguous F1"])
    let further = try read(Self.lines.map { "\($0)|||9" })
    #expect(values(further) == all)
    #expect(further.rules.isEmpty)
  }

  @Test func `reads a line that the head of another table is beside`() throws {
    let reading = try read(Self.lines.dropLast() + [Self.lines[14] + "||本期收入|发出合格|期末结存"])
    #expect(values(reading) == all)
    #expect(reading.rules.isEmpty)
  }

  @Test func `passes over line numbers`() throws {
    let reading = try read(Self.lines.enumerated().map { "\($0 + 1)|\($1)" })
    #expect(values(reading) == all)
    #expect(reading.rules.isEmpty)
  }
}
