import Diagnostics
import Spreadsheets
import TestSupport
import Testing

/// What the writer refuses, and what it says then in both languages.
@Suite struct WorkbookWriterRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var zh: String
    var en: String
    var write: @Sendable (WorkbookWriter, SheetWriter) throws -> Void
    var testDescription: String { en }

    init(
      _ zh: String, _ en: String,
      _ write: @escaping @Sendable (WorkbookWriter, SheetWriter) throws -> Void
    ) {
      (self.zh, self.en, self.write) = (zh, en, write)
    }
  }

  @Test(arguments: cells + sheets + looks + features)
  func `says what is wrong with what was given`(_ test: Case) throws {
    let folder = try TemporaryFolder()
    let workbook = try WorkbookWriter(path: folder.path("out.xlsx"))
    let sheet = try workbook.addSheet("表")
    let error = #expect(throws: WorkbookWriterError.self) {
      try test.write(workbook, sheet)
      try workbook.finish()
    }
    #expect(error?.phrase == Phrase(zh: test.zh, en: test.en))
  }

  static let cells = [
    Case(
      "表!B2：nan 不是单元格能存的数；请改写为空白、文本或错误值",
      "表!B2: nan is no number a cell can hold; write a blank, a text or an error value",
      {
        try $1.append(row: []); try $1.append(row: [1, .number(.nan)])
      }),
    Case(
      "表!A1：文本有 32768 个字符，单元格最多 32767 个；请分写到几个单元格",
      "表!A1: the text has 32768 characters, a cell holds at most 32767; divide it among cells",
      { try $1.append(row: [.text(String(repeating: "a", count: 32_768))]) }),
    Case(
      "表!A1：公式有 0 个字符，应为 1 至 8192 个；请改写公式",
      "表!A1: the formula has 0 characters, 1 to 8192 are allowed; rewrite it",
      { try $1.append(row: [.formula("", stored: nil)]) }),
    Case(
      "表：行号 1048577 超出 1 至 1048576；请分写到几张工作表",
      "表: row 1048577 is not in 1 to 1048576; divide the rows among several sheets",
      { try $1.beginRow(1_048_577) }),
    Case(
      "表：列号 16385 超出 1 至 16384；请减少列数", "表: column 16385 is not in 1 to 16384; use fewer columns",
      {
        try $1.beginRow(); try $1.move(toColumn: 16_384); try $1.append(1); try $1.append(2)
      }),
    Case(
      "表：第 3 行写在第 3 行之后；请按行号递增的顺序写",
      "表: row 3 comes after row 3; write rows in ascending order",
      {
        try $1.beginRow(3); try $1.beginRow(3)
      }),
    Case(
      "表：第 2 列写在第 2 列之后；请按列号递增的顺序写",
      "表: column 2 comes after column 2; write a row's cells in ascending order",
      {
        try $1.append(row: [1, 2]); try $1.move(toColumn: 2)
      }),
    Case(
      "表：还没有行；请先开始一行再写单元格", "表: no row is begun; begin a row before its cells",
      { try $1.append(1) }),
    Case(
      "表!B2：合并区域只有一个单元格；至少要两个",
      "表!B2: the merged range is a single cell; it takes at least two",
      { try $1.merge(CellRange("B2")!) }),
    Case(
      "表!B2:C3：合并区域与 A1:B2 重叠；请拆开其中一个",
      "表!B2:C3: the merged range overlaps A1:B2; give up one of them",
      {
        try $1.merge(CellRange("B2:C3")!)
        try $1.merge(CellRange("D1:E9")!)
        try $1.merge(CellRange("A1:B2")!)
      }),
    Case(
      "表：区域 R0C1:B2 不在工作表内（行 1 至 1048576，列 1 至 16384）；请改正",
      """
      表: the range R0C1:B2 is not inside a sheet (rows 1 to 1048576, columns 1 to 16384); \
      mend it
      """,
      {
        try $1.merge(
          CellRange(CellReference(row: 0, column: 1), CellReference(row: 2, column: 2)))
      }),
    Case("表：没有给出区域；至少给出一个", "表: no range is given; give at least one") {
      try $1.validate([], with: ValidationRule(.any))
    },
  ]

  static let sheets = [
    Case("工作表名为空；请给出 1 至 31 个字符", "the sheet's name is empty; give it 1 to 31 characters") {
      workbook, _ in _ = try workbook.addSheet("")
    },
    Case(
      "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二：工作表名有 32 个字符，最多 31 个；请缩短",
      """
      一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二: \
      the sheet's name has 32 characters, at most 31 are allowed; shorten it
      """
    ) { workbook, _ in
      _ = try workbook.addSheet("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二")
    },
    Case(
      "'a：工作表名不能以撇号开头或结尾；请去掉",
      "'a: a sheet's name cannot begin or end with an apostrophe; leave it out"
    ) { workbook, _ in _ = try workbook.addSheet("'a") },
    Case(
      "history：工作表名 History 由 Excel 保留；请换一个",
      "history: the sheet name History is kept by Excel for itself; take another"
    ) { workbook, _ in _ = try workbook.addSheet("history") },
    Case(
      "表：已有同名工作表（不分大小写）；请换一个名字",
      "表: a sheet of this name is there already (case does not count); take another name"
    ) { workbook, _ in _ = try workbook.addSheet("表") },
    Case(
      "表：工作表已写完，不能再写；请在开始下一张之前写入",
      "表: the sheet is finished and takes nothing more; write to it before the next is begun"
    ) { workbook, sheet in
      _ = try workbook.addSheet("b")
      try sheet.append(row: [1])
    },
  ]

  static let looks = [
    Case("b：列宽 256.0 超出 0 至 255", "b: the column width 256.0 is not in 0 to 255") {
      workbook, _ in
      _ = try workbook.addSheet("b", SheetLayout(columns: [ColumnLayout(1, width: 256)]))
    },
    Case(
      "b：第 2 列的版式重复或次序不对；请按列号递增，每列一次",
      """
      b: the layout of column 2 is given twice or out of order; \
      give each column once, in ascending order
      """
    ) { workbook, _ in
      _ = try workbook.addSheet("b", SheetLayout(columns: [ColumnLayout(1...3), ColumnLayout(2)]))
    },
    Case("表：行高 410.0 超出 0 至 409.5", "表: the row height 410.0 is not in 0 to 409.5") {
      try $1.beginRow(nil, RowLayout(height: 410))
    },
    Case("表：分级 8 超出 0 至 7", "表: the outline level 8 is not in 0 to 7") {
      try $1.beginRow(nil, RowLayout(outlineLevel: 8))
    },
    Case("b：显示比例 9% 超出 10% 至 400%", "b: the zoom of 9% is not in 10% to 400%") {
      workbook, _ in _ = try workbook.addSheet("b", SheetLayout(zoom: 9))
    },
    Case("字号 0.5 超出 1 至 409", "the font size 0.5 is not in 1 to 409") { workbook, _ in
      _ = try workbook.style(CellStyle(font: CellFont(size: 0.5)))
    },
    Case(
      "字体名 \"\" 应为 1 至 31 个字符，不含控制字符",
      "the font name \"\" must have 1 to 31 characters, none of them a control character"
    ) { workbook, _ in _ = try workbook.style(CellStyle(font: CellFont(name: ""))) },
    Case("缩进 251 超出 0 至 250", "the indent 251 is not in 0 to 250") { workbook, _ in
      _ = try workbook.style(CellStyle(alignment: CellAlignment(indent: 251)))
    },
    Case("文字旋转 91° 超出 -90° 至 90°", "the rotation 91° is not in -90° to 90°") { workbook, _ in
      _ = try workbook.style(CellStyle(alignment: CellAlignment(rotation: .degrees(91))))
    },
    Case(
      "数字格式 \"\" 应为 1 至 255 个字符，不含控制字符",
      "the number format \"\" must have 1 to 255 characters, none of them a control character"
    ) { workbook, _ in _ = try workbook.style(CellStyle(numberFormat: "")) },
  ]

  static let features = [
    Case(
      "表!A1：数据有效性提示的标题有 33 个字符，最多 32 个；请缩短",
      "表!A1: the title of the validation's message has 33 characters, at most 32; shorten it"
    ) {
      let title = String(repeating: "a", count: 33)
      try $1.validate(
        [CellRange("A1")!], with: ValidationRule(.any, prompt: .init(title: title, text: "")))
    },
    Case(
      "表!A1：数据有效性提示有 256 个字符，最多 255 个；请缩短",
      "表!A1: the validation's message has 256 characters, at most 255; shorten it"
    ) {
      let text = String(repeating: "a", count: 256)
      try $1.validate([CellRange("A1")!], with: ValidationRule(.any, error: .init(text: text)))
    },
    Case(
      "表!A1：数据有效性序列中有逗号，或总长超过 255 个字符；请改为引用单元格区域",
      """
      表!A1: the validation's list has an item with a comma, or more than 255 characters in all; \
      let it refer to a range of cells
      """
    ) { try $1.validate([CellRange("A1")!], with: ValidationRule(.list(["a,b"]))) },
    Case(
      "\"A1\" 不能作名称；应以字母、汉字或下划线开头，只含字母、数字、句点和下划线，且不像单元格引用",
      """
      "A1" is no defined name; begin with a letter or an underscore, use \
      letters, digits, full stops and underscores, and let it not look like a cell reference
      """
    ) { workbook, _ in try workbook.define("A1", as: "1") },
    Case(
      "名称 B.c 在同一范围内重复（不分大小写）；请换一个",
      "the defined name B.c is given twice in one scope (case does not count); take another"
    ) { workbook, _ in
      try workbook.define("b.C", as: "1")
      try workbook.define("B.c", as: "1")
    },
    Case(
      "名称所属的工作表 没有 不存在；请先写入该表",
      "the defined name belongs to sheet 没有, which does not exist; add that sheet"
    ) { workbook, _ in try workbook.define("x.y", as: "1", onSheet: "没有") },
    Case(
      "表!A1：链接有 0 个字符，应为 1 至 2079 个；请改正",
      "表!A1: the link has 0 characters, 1 to 2079 are allowed; mend it"
    ) { try $1.link(CellRange("A1")!, to: .address("")) },
    Case(
      "b：页眉或页脚有 256 个字符，最多 255 个；请缩短",
      "b: the header or footer has 256 characters, at most 255; shorten it"
    ) { workbook, _ in
      let header = String(repeating: "a", count: 256)
      _ = try workbook.addSheet("b", SheetLayout(print: PrintSetup(header: header)))
    },
    Case(
      "b：打印设置 scale 的值 5 超出范围；请改正",
      "b: the print set-up's scale of 5 is out of range; mend it"
    ) { workbook, _ in
      _ = try workbook.addSheet("b", SheetLayout(print: PrintSetup(scaling: .percent(5))))
    },
  ]

  @Test(arguments: ["R1C1", "r", "C", "XFD1", "1a", "a b", "a-b", "", "总计!"])
  func `takes no name that Excel would not take`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let workbook = try WorkbookWriter(path: folder.path("x.xlsx"))
    #expect(throws: WorkbookWriterError.self) { try workbook.define(name, as: "1") }
  }

  @Test(arguments: ["f.requests.outcome.refused.stateSecret.naturalPerson", "_x", "总计", "XFE1"])
  func `takes names as Excel does`(_ name: String) throws {
    let folder = try TemporaryFolder()
    let workbook = try WorkbookWriter(path: folder.path("x.xlsx"))
    try workbook.define(name, as: "1")
  }

  @Test func `refuses a workbook without a visible sheet`() throws {
    let folder = try TemporaryFolder()
    let empty = try WorkbookWriter(path: folder.path("a.xlsx"))
    let none = #expect(throws: WorkbookWriterError.self) { try empty.finish() }
    #expect(
      none?.phrase
        == Phrase(zh: "工作簿没有工作表；至少写入一张", en: "the workbook has no sheet; add at least one"))
    let hidden = try WorkbookWriter(path: folder.path("b.xlsx"))
    _ = try hidden.addSheet("x", SheetLayout(visibility: .veryHidden))
    let invisible = #expect(throws: WorkbookWriterError.self) { try hidden.finish() }
    #expect(
      invisible?.phrase
        == Phrase(
          zh: "所有工作表都是隐藏的；至少让一张可见",
          en: "every sheet is hidden; leave at least one visible"))
  }

  @Test func `refuses custom properties of one name`() throws {
    let properties = WorkbookProperties(custom: [
      CustomProperty("a", "1"), CustomProperty("A", "2"),
    ])
    let folder = try TemporaryFolder()
    let path = folder.path("a.xlsx")
    let error = #expect(throws: WorkbookWriterError.self) {
      try WorkbookWriter(path: path, options: WorkbookWriterOptions(properties: properties))
    }
    #expect(
      error?.phrase
        == Phrase(
          zh: "自定义属性名 \"A\" 为空、过长或重复；请换一个（1 至 255 个字符）",
          en: """
            the custom property's name "A" is empty, too long or given twice; \
            take another of 1 to 255 characters
            """))
  }
}
