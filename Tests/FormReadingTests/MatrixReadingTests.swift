import Diagnostics
import Documents
import ReportModel
import Testing

@testable import FormReading

/// What of a table is not certain is not read, and a finding names the cell.
struct MatrixReadingTests {
  private let head = "品名|本期收入|发出合格|期末结存\n"

  /// The lines from row 2 on, with a value of its own in every field unless `lines` has others.
  private func read(_ text: String, merges: [String] = []) throws -> FormReading {
    try SmallForm.read(Sketch(text, merges: merges))
  }

  private let plain = """
    品名|本期收入|发出合格|期末结存
    小麦面粉|11|12|13
    优质大米|21|22|23
    花生油桶|31|32|33
    茶叶包装|41|42|43
    精制食盐|51|52|53
    """

  @Test func readsWhatIsPlain() throws {
    let reading = try read(plain)
    #expect(
      SmallForm.table.rows.map { reading.described($0.id) }
        == ["11 12 13", "21 22 23", "31 32 33", "41 42 43", "51 52 53"])
    #expect(reading.rules.isEmpty)
  }

  @Test("a head that repeats its neighbour's label may be that of the column that is missing")
  func readsNoRepeatedHeadBesideAMissingOne() throws {
    let reading = try read(
      """
      品名|本期收入|期末结存|期末结存
      小麦面粉|11|13|
      优质大米|21|23|
      花生油桶|31|33|
      茶叶包装|41|43|
      精制食盐|51|53|
      """)
    #expect(
      SmallForm.table.rows.map { reading.described($0.id) }
        == ["11 ? ?", "21 ? ?", "31 ? ?", "41 ? ?", "51 ? ?"])
    let finding = try #require(reading.findings.first { $0.rule == "column.missing" })
    #expect(
      Set(finding.cells.compactMap(\.field))
        == Set(
          SmallForm.table.fields.filter { $0.column != "in" }.map(\.description)))
    // All columns are there, and the head of one was merged over two
    let whole = try read(plain.replacing("|期末结存", with: "|期末结存|期末结存"))
    #expect(whole.described("wheat") == "11 12 13")
    #expect(whole.rules.isEmpty)
  }

  // MARK: Merged values

  @Test("a merged area over two fields is read where it is blank, and doubtful where it is not")
  func readsMergedAreas() throws {
    let blank = try read(plain.replacing("21|22", with: "|"), merges: ["B3:C3"])
    #expect(blank.described("rice") == "- - 23")
    #expect(blank.rules.isEmpty)
    let filled = try read(plain.replacing("21|22", with: "21|"), merges: ["B3:C3"])
    #expect(filled.described("rice") == "? ? 23")
    #expect(filled.rules == ["label.ambiguous B3", "label.ambiguous B3"])
    #expect(filled.described("wheat") == "11 12 13")
  }

  @Test func readsNoAreaOverTwoLines() throws {
    let filled = try read(plain.replacing("31|32", with: "|32"), merges: ["B3:B4"])
    #expect(filled.described("rice") == "? 22 23")
    #expect(filled.described("oil") == "? 32 33")
    #expect(filled.rules.allSatisfy { $0 == "label.ambiguous B3" })
    let blank = try read(
      plain.replacing("21|22", with: "|22").replacing("31|32", with: "|32"), merges: ["B3:B4"])
    #expect(blank.described("rice") == "? 22 23")
    #expect(blank.described("oil") == "? 32 33")
  }

  @Test func readsAnAreaOverUnusedCells() throws {
    let reading = try read(plain, merges: ["D3:F3"])
    #expect(reading.described("rice") == "21 22 23")
    #expect(reading.rules.isEmpty)
  }

  // MARK: Beside the columns

  @Test("a number beside a line whose far end is blank has shifted")
  func reportsShiftedLines() throws {
    let right = try read(plain.replacing("21|22|23", with: "|21|22|23"))
    #expect(right.described("rice") == "? ? ?")
    #expect(right.rules == ["value.unusedNumber E3"])
    #expect(right.findings.first?.severity == .error)
    let apart = try read(plain.replacing("21|22|23", with: "|21|22||23"))
    #expect(apart.described("rice") == "? ? ?")
  }

  @Test("one number beside a full line has shifted it, numbers beside all lines are another column")
  func reportsExtraColumns() throws {
    let one = try read(plain.replacing("21|22|23", with: "21|22|23|24"))
    #expect(one.described("rice") == "? ? ?")
    #expect(one.described("wheat") == "11 12 13")
    let lines = plain.split(separator: "\n")
    let all = String(lines[0]) + "\n" + lines.dropFirst().map { "\($0)|9" }.joined(separator: "\n")
    let column = try read(String(all))
    #expect(column.described("rice") == "21 22 23")
    #expect(column.rules == ["value.unusedNumber E2"])
    #expect(column.findings.first?.severity == .warning)
    #expect(column.findings.first?.cells.count == 5)
    // Three of five lines are enough for a column, two are not
    for (count, isColumn) in [(3, true), (2, false)] {
      let some = lines.enumerated().map { 1...count ~= $0 ? "\($1)|9" : String($1) }
      let reading = try read(some.joined(separator: "\n"))
      #expect((reading.described("wheat") == "11 12 13") == isColumn)
    }
    // … but where a line lacks its first number, that line has shifted even so
    let shifted = try read(all.replacing("21|22|23|9", with: "|21|22|23"))
    #expect(shifted.described("rice") == "? ? ?")
    #expect(shifted.described("wheat") == "11 12 13")
  }

  @Test("a number right before a line's label has shifted the line")
  func reportsANumberBeforeALabel() throws {
    let text = plain.split(separator: "\n").map { "|\($0)" }.joined(separator: "\n")
    let reading = try read(text.replacing("|优质大米", with: "9|优质大米"))
    #expect(reading.described("wheat") == "11 12 13")
    #expect(reading.described("rice") == "? ? ?")
    #expect(reading.rules == ["value.unusedNumber A3"])
  }

  @Test func namesAnExtraColumnByItsHead() throws {
    let lines = plain.split(separator: "\n")
    let all =
      String(lines[0]) + "|库房编码\n" + lines.dropFirst().map { "\($0)|9" }.joined(separator: "\n")
    let reading = try read(String(all))
    #expect(reading.rules == ["value.unusedNumber E2"])
    #expect(reading.findings.first?.message.zh == "“库房编码”不是表式中的行或栏，它的 5 个数没有读入")
  }

  // MARK: Lines between

  @Test("numbers in a row that counts the columns are none")
  func passesOverColumnNumbers() throws {
    let numbered = { (numbers: String) in
      try self.read(plain.replacing("小麦面粉", with: "|\(numbers)\n小麦面粉"))
    }
    for numbers in ["1|2|3", "0|1|2", "3|4|5", "2|3"] {
      #expect(try numbered(numbers).rules.isEmpty, "\(numbers)")
    }
    for numbers in ["4|5|6", "1|3|5", "2|2|2", "3|2|1", "1", "1|2|4"] {
      let reading = try numbered(numbers)
      #expect(reading.rules == ["value.unusedNumber B2"], "\(numbers)")
    }
  }

  @Test func reportsALineThatTheFormDoesNotHave() throws {
    let reading = try read(plain.replacing("花生油桶", with: "玉米淀粉|7|8|9\n花生油桶"))
    #expect(reading.rules == ["value.unusedNumber B4"])
    #expect(reading.findings.first?.message.zh == "“玉米淀粉”不是表式中的行或栏，它的 3 个数没有读入")
    #expect(reading.described("oil") == "31 32 33")
  }

  @Test func reportsALineWithoutALabel() throws {
    let between = try read(plain.replacing("花生油桶", with: "|7|8|9\n花生油桶"))
    #expect(between.rules == ["value.unusedNumber B4"])
    #expect(between.described("oil") == "31 32 33")
    // … where a field in the same column is blank, its number may be that one
    let shifted = try read(
      plain.replacing("花生油桶|31", with: "|7||\n花生油桶|"))
    #expect(shifted.described("oil").hasPrefix("?"))
    #expect(shifted.described("oil").hasSuffix("32 33"))
    #expect(shifted.rules == ["value.unusedNumber B4"])
    #expect(shifted.findings.first?.severity == .error)
  }

  @Test("numbers in the title of the next block put the lines above it in doubt, not those below")
  func mistrustsLinesAboveNumbersInATitle() throws {
    let reading = try read(plain.replacing("花生油桶", with: "油料类|7|8|9\n\(head)花生油桶"))
    #expect(
      SmallForm.table.rows.map { reading.described($0.id) }
        == ["? ? ?", "? ? ?", "31 32 33", "41 42 43", "51 52 53"])
    #expect(reading.rules == ["value.unusedNumber B4"])
  }

  @Test("tells of numbers up to two rows below the last line, without a gap")
  func reportsRowsBelow() throws {
    #expect(try read(plain + "\n|7|8|9").rules == ["value.unusedNumber B7"])
    #expect(
      try read(plain + "\n|7|8|9\n|4|5|7").rules
        == ["value.unusedNumber B7", "value.unusedNumber B8"])
    #expect(try read(plain + "\n|7|8|9\n|4|5|7\n|4|5|7").rules.count == 2)
    #expect(try read(plain + "\n\n|7|8|9").rules.isEmpty)
  }

  // MARK: Missing

  @Test func namesALineThatIsMissing() throws {
    let reading = try read(plain.replacing("优质大米|21|22|23\n", with: ""))
    #expect(reading.described("rice") == "? ? ?")
    #expect(reading.rules == ["row.missing "])
    #expect(
      reading.findings.first?.message.zh == "没有找到“优质大米”一行，应在“小麦面粉”与“花生油桶”之间")
    #expect(reading.findings.first?.cells.count == 3)
    let last = try read(plain.replacing("\n精制食盐|51|52|53", with: ""))
    #expect(last.findings.first?.message.zh == "没有找到“精制食盐”一行，应在“茶叶包装”之后（末行）")
    let first = try read(plain.replacing("小麦面粉|11|12|13\n", with: ""))
    #expect(first.findings.first?.message.zh == "没有找到“小麦面粉”一行，应在“优质大米”之前")
  }

  @Test func namesAColumnThatIsMissing() throws {
    let reading = try read(plain.replacing("|发出合格", with: "|"))
    #expect(reading.described("rice") == "21 ? 23")
    #expect(reading.rules.contains { $0.hasPrefix("column.missing") })
    #expect(
      reading.findings.first { $0.rule == "column.missing" }?.message.zh
        == "没有找到“发出合格”一栏，应在“本期收入”与“期末结存”之间")
  }

  @Test func readsNoColumnThatStandsThereTwice() throws {
    let text = plain.replacing("|期末结存", with: "|本期收入|期末结存")
      .replacing(/(.)2\|/) { "\($0.1)2|9\($0.1)|" }
    let reading = try read(text)
    #expect(reading.described("rice") == "? 22 23")
    // The second head is none of the form's: the numbers below it belong to no column
    #expect(reading.rules == ["label.ambiguous B1", "value.unusedNumber D2"])
  }

  @Test func readsNoLineThatStandsThereTwice() throws {
    let twice = try read(plain.replacing("花生油桶", with: "优质大米|7|8|9\n花生油桶"))
    #expect(twice.described("rice") == "? ? ?")
    #expect(twice.findings.first?.severity == .error)
    let same = try read(plain.replacing("花生油桶", with: "优质大米|21|22|23\n花生油桶"))
    #expect(same.described("rice") == "21 22 23")
    #expect(same.findings.first?.severity == .warning)
  }

  @Test("two lines that are there twice, at least half of all, are a table that is there twice")
  func readsNoSmallTableThatStandsThereTwice() throws {
    let twice = "\n小麦面粉|14|15|16\n优质大米|24|25|26"
    let half = try read(plain.replacing("\n精制食盐|51|52|53", with: twice))
    #expect(half.described("oil") == "? ? ?")
    #expect(half.rules == ["table.duplicate A2"])
    let less = try read(plain + twice)
    #expect(less.described("oil") == "31 32 33")
    #expect(less.rules == ["label.ambiguous A2", "label.ambiguous A3"])
  }

  @Test func readsATableOutOfItsOrderWithAWord() throws {
    let text = plain.replacing("\n精制食盐|51|52|53", with: "")
      .replacing("小麦面粉", with: "精制食盐|51|52|53\n小麦面粉")
    let reading = try read(text)
    #expect(reading.described("salt") == "51 52 53")
    #expect(reading.rules == ["label.ambiguous A2"])
    #expect(reading.findings.first?.severity == .error)
  }

  // MARK: Wide heads

  @Test("one number under a wide head is withdrawn where as many lines have two")
  func withdrawsNumbersOfDividedHeads() throws {
    func read(_ two: Int, blank: Int? = nil) throws -> FormReading {
      let lines = (1...5).map { line in
        let numbers = line <= two ? "\(line)1|\(line)9" : line == blank ? "|" : "\(line)1|"
        return "\(SmallForm.table.rows[line - 1].label)|\(numbers)|\(line)2|\(line)3"
      }
      return try self.read(
        "品名|本期收入||发出合格|期末结存\n" + lines.joined(separator: "\n"), merges: ["B1:C1"])
    }
    let none = try read(0)
    #expect(none.described("salt") == "51 52 53")
    #expect(none.rules.isEmpty)
    // Two lines with two numbers against three with one
    #expect(try read(2).described("salt") == "51 52 53")
    #expect(try read(2).described("wheat") == "? ? ?")
    // Three against two: the head is of two columns
    #expect(try read(3).described("salt") == "? 52 53")
    #expect(try read(3).rules.contains("label.ambiguous B6"))
    #expect(try read(4).described("salt") == "? 52 53")
    // Two against two, and one with none
    #expect(try read(2, blank: 3).described("salt") == "? 52 53")
  }

  @Test func withdrawsANumberAsideWhereOthersHaveAnotherThere() throws {
    let lines = (1...5).map { line in
      "\(SmallForm.table.rows[line - 1].label)|"
        + (line == 5 ? "|51" : line == 1 ? "11|19" : "\(line)1|") + "|\(line)2|\(line)3"
    }
    let reading = try read(
      "品名|本期收入||发出合格|期末结存\n" + lines.joined(separator: "\n"), merges: ["B1:C1"])
    #expect(reading.described("salt") == "? 52 53")
    #expect(reading.described("rice") == "21 22 23")
    #expect(reading.described("wheat") == "? ? ?")
  }

  // MARK: A group as one row

  @Test(
    "a group that is filled in as one row, once or twice alike, is its other row; twice unlike, none"
  )
  func readsAGroupAsOneRow() throws {
    let above = head + "小麦面粉|11|12|13\n优质大米|21|22|23\n"
    let once = try read(above + "油料类|31|32|33\n精制食盐|51|52|53")
    #expect(["oil", "tea"].map(once.described) == ["- - -", "31 32 33"])
    #expect(once.rules == ["row.missing A4"])
    #expect(once.findings.map(\.severity) == [.warning])
    let alike = try read(above + "油料类|31|32|33\n油料类|31|32|33\n精制食盐|51|52|53")
    #expect(["oil", "tea"].map(alike.described) == ["- - -", "31 32 33"])
    #expect(alike.rules == ["label.ambiguous A4", "row.missing A4"])
    #expect(alike.findings.allSatisfy { $0.severity != .error })
    let unlike = try read(above + "油料类|31|32|33\n油料类|31|32|34\n精制食盐|51|52|53")
    #expect(["oil", "tea"].map(unlike.described) == ["? ? ?", "? ? ?"])
    #expect(unlike.rules == ["label.ambiguous A4"])
    #expect(unlike.findings.map(\.severity) == [.error])
    #expect(unlike.described("salt") == "51 52 53")
  }

  // MARK: Labels that resemble others of the form

  /// The values of a form of one table in `text`, with its rules.
  private func read(
    columns: [[String]], rows: [[String]], _ text: String, merges: [String] = []
  ) throws -> (values: [String], rules: [String]) {
    let members = { (paths: [[String]], rest: String) in
      let all = paths.enumerated().map { #"{"id": "i\#($0)", "path": \#($1)\#(rest)}"# }
      return all.joined(separator: ", ")
    }
    let json = """
      {"id": "own", "title": "仓库物资年度报告", "source": "x", "order": ["t"],
       "tables": [{"id": "t", "label": "库存情况", "sheet": "库存", "arrangement": "matrix",
        "columns": [\(members(columns, #", "kind": "count""#))], "rows": [\(members(rows, ""))]}]}
      """
    let form = try FormDefinition(json: Array(json.utf8))
    let reading = try FormReader(FormLibrary([form]))
      .read(Sketch(text, merges: merges).document, file: "x", form: "own")
    let values = form.fields.map { field in
      if case .number(let number)? = reading.report.found(field) { "\(number)" } else { "?" }
    }
    return (values, reading.rules)
  }

  @Test("lines of the same name are those of their groups")
  func tellsLinesApartByTheirGroups() throws {
    let text = "|品名|收入\n东部仓库|小麦面粉|1\n|优质大米|2\n西部仓库|小麦面粉|3\n|优质大米|4"
    let rows = ["东部仓库", "西部仓库"].flatMap { group in ["小麦面粉", "优质大米"].map { [group, $0] } }
    let reading = try read(columns: [["收入"]], rows: rows, text)
    #expect(reading.values == ["1", "2", "3", "4"])
    #expect(reading.rules == [])
  }

  @Test("a column that names another year than its group is not in the place of the group")
  func readsAColumnOfAnotherYearThanItsGroup() throws {
    let reading = try read(
      columns: [["本年数量", "上年数量"], ["本年数量", "期末结存"]], rows: [["小麦面粉"], ["优质大米"]],
      "品名|本年数量|\n|上年数量|期末结存\n小麦面粉|1|2\n优质大米|3|4", merges: ["A1:A2", "B1:C1"])
    #expect(reading.values == ["1", "2", "3", "4"])
    #expect(reading.rules == [])
  }

  // MARK: Limits

  @Test(
    "more labels, or more different texts, than the limits allow are refused",
    arguments: [
      (Limit.labelCells, 8), (.labelTexts, 9),
    ])
  func refusesTooManyLabels(limit: Limit, count: Int) throws {
    var limits = Limits.standard
    limits[limit] = count
    #expect(try SmallForm.read(Sketch(plain), limits: limits).described("salt") == "51 52 53")
    limits[limit] = count - 1
    #expect(throws: LimitExceeded(limit: limit, bound: count - 1)) {
      try SmallForm.read(Sketch(plain), limits: limits)
    }
  }
}
