import Diagnostics
import Spreadsheets
import Testing

/// What the editor refuses, and what it says then in both languages.
@Suite struct WorkbookEditorRefusalTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var zh: String
    var en: String
    var fixture: @Sendable () throws -> WorkbookFixture
    var edit: @Sendable (WorkbookEditor) throws -> Void
    var testDescription: String { en }

    init(
      _ zh: String, _ en: String, _ fixture: @escaping @Sendable () throws -> WorkbookFixture,
      _ edit: @escaping @Sendable (WorkbookEditor) throws -> Void
    ) {
      (self.zh, self.en, self.fixture, self.edit) = (zh, en, fixture, edit)
    }
  }

  @Test(arguments: cells + workbooks) func `says what stands in the way`(_ test: Case) throws {
    let editor = try WorkbookEditor(bytes: try test.fixture().bytes())
    let error = #expect(throws: WorkbookEditorError.self) { try test.edit(editor) }
    #expect(error?.phrase == Phrase(zh: test.zh, en: test.en))
  }

  @Test(arguments: [
    ##"<row r="1"><c r="A1"><v>1</v></c><c r="B1"/><c r="A1"><v>2</v></c></row>"##,
    ##"<row r="1"><c r="A1"/></row><row r="2"/><row r="1"><c r="A1"><v>1</v></c></row>"##,
  ])
  func `refuses a cell that is there twice`(rows: String) throws {
    let error = #expect(throws: WorkbookEditorError.self) {
      _ = try EditedWorkbook(WorkbookFixture(rows: rows)) {
        try $0.set(9, at: at("A1"), inSheet: "Data")
      }
    }
    #expect(
      error?.phrase
        == Phrase(
          zh: "Data!A1：单元格在文件里不止一处，哪一处有效不明确；请用 Excel 或 WPS 打开后另存",
          en: """
            Data!A1: the cell is in the file more than once, and which one applies is uncertain; \
            open the file in Excel or WPS and save it again
            """))
  }

  @Test func `refuses a signed workbook`() throws {
    var fixture = WorkbookFixture()
    fixture["_xmlsignatures/sig1.xml"] = "<Signature/>"
    let bytes = try fixture.bytes()
    let error = #expect(throws: WorkbookEditorError.self) { try WorkbookEditor(bytes: bytes) }
    #expect(
      error?.phrase
        == Phrase(
          zh: "工作簿带有数字签名，修改会使签名失效；请先在 Excel 中移除签名",
          en: """
            the workbook is digitally signed and a change would break the signature; \
            remove the signature in Excel first
            """))
  }

  static let cells = [
    Case(
      "没有：没有这张工作表；请核对名称", "没有: there is no such sheet; check the name", { WorkbookFixture() },
      { try $0.set(1, at: at("A1"), inSheet: "没有") }),
    Case(
      "Data!B2：单元格在合并区域 A1:B2 之内；请写入其左上角单元格",
      "Data!B2: the cell is covered by the merged range A1:B2; write to its top left cell",
      { WorkbookFixture(after: #"<mergeCells><mergeCell ref="A1:B2"/></mergeCells>"#) },
      {
        try $0.set(1, at: at("A1"), inSheet: "Data")
        try $0.set(1, at: at("B2"), inSheet: "Data")
      }),
    Case(
      "Data!A2：单元格属于 A1:A3 的数组公式或模拟运算表，不能单独修改；请先在 Excel 中取消它",
      """
      Data!A2: the cell belongs to the array formula or data table of A1:A3, which cannot be \
      changed in part; undo it in Excel first
      """,
      {
        WorkbookFixture(
          rows: #"<row r="1"><c r="A1"><f t="array" ref="A1:A3">B1:B3</f></c></row>"#)
      }, { try $0.set(1, at: at("A2"), inSheet: "Data") }),
    Case(
      "Data!C1：单元格没有公式，没有可更新的存储值；请直接写入值",
      "Data!C1: the cell has no formula whose stored value could be set; set its value instead",
      { WorkbookFixture() }, { try $0.setStored(.number(1), at: at("C1"), inSheet: "Data") }),
    Case(
      "Data：单元格不在工作表内（行 1 至 1048576，列 1 至 16384）；请改正",
      "Data: the cell is not inside a sheet (rows 1 to 1048576, columns 1 to 16384); mend it",
      { WorkbookFixture() },
      { try $0.set(1, at: CellReference(row: 0, column: 1), inSheet: "Data") }),
    Case(
      "Data!A1：inf 不是单元格能存的数；请改写为空白、文本或错误值",
      "Data!A1: inf is no number a cell can hold; write a blank, a text or an error value",
      { WorkbookFixture() }, { try $0.set(.number(.infinity), at: at("A1"), inSheet: "Data") }),
    Case(
      "Data!A1：单元格是表 T 的标题，只能写非空文本；请改写文本",
      "Data!A1: the cell is a header of table T and takes only text; write a text",
      { try WorkbookEditorWorkbookTests.table() },
      { try $0.set(1, at: at("A1"), inSheet: "Data") }),
    Case(
      "Data!A1：表 T 已有同名的列（不分大小写）；请换一个标题",
      "Data!A1: table T has a column of that name (case does not count); take another header",
      { try WorkbookEditorWorkbookTests.table() },
      { try $0.set("b", at: at("A1"), inSheet: "Data") }),
    Case(
      "Data!A1：表 T 的公式按列名引用这个标题，改名会使公式失效；请在 Excel 中改名",
      """
      Data!A1: formulas refer to this header of table T by its name and would break; \
      rename it in Excel
      """,
      { try WorkbookEditorWorkbookTests.table(formula: "<f>SUM(T[Old])</f>") },
      { try $0.set("New", at: at("A1"), inSheet: "Data") }),
  ]

  static let workbooks = [
    Case(
      "Data：部件的编码是 GB18030，只能修改 UTF-8、UTF-16 或 ISO-8859-1 的部件；请用 Excel 或 WPS 打开后另存",
      """
      Data: the part is encoded in GB18030, and only parts in UTF-8, UTF-16 or ISO-8859-1 can be \
      changed; open the file in Excel or WPS and save it again
      """,
      {
        let text = WorkbookFixture().sheet ?? ""
        return WorkbookFixture(sheet: Array(text.replacing("UTF-8", with: "GB18030").utf8))
      }, { try $0.set(1, at: at("A1"), inSheet: "Data") }),
    Case(
      "Data：部件的结构不常见，无法只改一处；请用 Excel 或 WPS 打开后另存",
      """
      Data: the part is built in an unusual way and cannot be changed at one place; \
      open the file in Excel or WPS and save it again
      """,
      {
        var fixture = WorkbookFixture()
        fixture.sheet = "<worksheet xmlns=\"urn:other\"/>"
        return fixture
      }, { try $0.set(1, at: at("A1"), inSheet: "Data") }),
    Case(
      "图：这张表是图表或对话框，没有单元格；请选择普通工作表",
      "图: the sheet is a chart or a dialog and has no cells; choose a worksheet",
      {
        var fixture = WorkbookFixture()
        fixture["xl/workbook.xml"] = """
          <workbook xmlns="\(WorkbookFixture.main)" xmlns:r="\(WorkbookFixture.relationships)">\
          <sheets><sheet name="图" sheetId="1" r:id="rId1"/></sheets></workbook>
          """
        fixture["xl/_rels/workbook.xml.rels"] = WorkbookFixture.links([
          ("rId1", "chartsheet", "worksheets/sheet1.xml")
        ])
        return fixture
      }, { try $0.fill(.black, at: at("A1"), inSheet: "图") }),
    Case(
      "DATA：已有同名工作表（不分大小写）；请换一个名字",
      "DATA: a sheet of this name is there already (case does not count); take another name",
      { WorkbookFixture() }, { try $0.addSheet("DATA") { _ in } }),
    Case(
      "a/b：工作表名含有不允许的字符 /；请去掉 : \\ / ? * [ ] 和控制字符",
      """
      a/b: the sheet's name holds /, which is not allowed; \
      leave out : \\ / ? * [ ] and control characters
      """, { WorkbookFixture() }, { try $0.addSheet("a/b") { _ in } }),
    Case(
      "Data!A1：文本有 32768 个字符，单元格最多 32767 个；请分写到几个单元格",
      "Data!A1: the text has 32768 characters, a cell holds at most 32767; divide it among cells",
      { WorkbookFixture() },
      {
        try $0.comment(
          String(repeating: "字", count: 32_768), at: at("A1"), inSheet: "Data")
      }),
  ]
}
