import Spreadsheets

/// A workbook that uses everything the writer knows, for tests and second opinions.
enum SampleWorkbook {
  /// Writes it to `path`.
  static func write(
    to path: String, strings: WorkbookWriterOptions.StringStorage = .shared
  ) throws {
    let options = WorkbookWriterOptions(
      strings: strings, standardFont: CellFont(name: "宋体", size: 11),
      properties: WorkbookProperties(
        title: "样表 & \"sample\"", creator: "某某市政府办公室", created: "2022-01-31T08:00:00Z",
        modified: "2022-01-31T08:00:00Z", company: "某某市", application: "xlsxreport",
        custom: [
          CustomProperty("xlsxreport.form", "gov-info-disclosure-2021"),
          CustomProperty("count", .whole(-3)), CustomProperty("share", .number(0.125)),
          CustomProperty("done", .boolean(true)),
        ]),
      recalculatesOnLoad: true)
    let workbook = try WorkbookWriter(path: path, options: options)
    try writeValues(workbook)
    try writeForm(workbook)
    try workbook.addSheet("隐藏", SheetLayout(visibility: .hidden)).append(row: ["hidden"])
    try workbook.define("f.requests.received.total", as: "'填 表'!$B$3")
    try workbook.define("local", as: "'填 表'!$B$4", onSheet: "填 表")
    try workbook.finish()
  }

  private static func writeValues(_ workbook: WorkbookWriter) throws {
    let date = try workbook.style(CellStyle(numberFormat: "yyyy\\-mm\\-dd"))
    let money = try workbook.style(CellStyle(numberFormat: "#,##0.00"))
    let sheet = try workbook.addSheet("Values")
    try sheet.append(row: [
      1, 2.5, -3, 0.1, 1e300, .number(.leastNonzeroMagnitude), 12_345_678_901_234_568,
    ])
    try sheet.append(row: ["plain", " space ", "line\nbreak", "tab\tx", "a&b<c>\"d\"", "汉字😀", ""])
    try sheet.append(row: ["_x0041_", "bell\u{7}", "return\r", "\u{FFFF}", "_x41_", "plain"])
    try sheet.append(row: [true, false, .error(.notAvailable), .error(.divisionByZero), nil, 7])
    try sheet.beginRow()
    try sheet.append(44_592, date)
    try sheet.append(1_234.5, money)
    try sheet.skip(2)
    try sheet.append("E5")
    try sheet.beginRow(8, RowLayout(height: 30, isHidden: true, outlineLevel: 1))
    try sheet.append(formula: "SUM(A1:C1)", stored: .number(0.5))
    try sheet.append(formula: "A2&\" <x>\"", stored: .text("plain <x>"))
    try sheet.append(formula: "A1>0", stored: .boolean(true))
    try sheet.append(formula: "1/0", stored: .error(.divisionByZero))
    try sheet.append(formula: "A1+1")
    try sheet.beginRow(1_048_576)
    try sheet.move(toColumn: 16_384)
    try sheet.append(9)
  }

  private static func writeForm(_ workbook: WorkbookWriter) throws {
    let title = try workbook.style(
      CellStyle(
        font: CellFont(name: "黑体", size: 16, isBold: true, color: CellColor(0x1F3864)),
        alignment: CellAlignment(horizontal: .center, vertical: .center, wrapsText: true)))
    let head = try workbook.style(
      CellStyle(
        font: CellFont(name: "宋体", size: 11, isBold: true), fill: .solid(CellColor(0xDDEBF7)),
        border: .box(.thin), alignment: CellAlignment(horizontal: .center, rotation: .stacked)))
    let input = try workbook.style(
      CellStyle(border: .box(BorderLine(.thin, color: CellColor(0x808080))), isLocked: false))
    let layout = SheetLayout(
      tabColor: CellColor(0x00B050), isActive: true,
      activeCell: CellReference(row: 3, column: 2), frozen: FrozenPanes(rows: 2, columns: 1),
      showsGridLines: false, zoom: 90,
      columns: [ColumnLayout(1, width: 24), ColumnLayout(2...4, width: 12.5, style: input)],
      standardRowHeight: 18,
      print: PrintSetup(
        orientation: .landscape, scaling: .fit(pagesWide: 1, pagesHigh: nil),
        header: "&C&\"宋体,常规\"&A", footer: "&C第 &P 页，共 &N 页", isCenteredHorizontally: true,
        repeatedRows: 1...2, repeatedColumns: 1...1,
        area: CellRange(CellReference(row: 1, column: 1), CellReference(row: 9, column: 4))))
    let sheet = try workbook.addSheet("填 表", layout)
    try sheet.beginRow(1, RowLayout(height: 40))
    try sheet.append("政府信息公开工作年度报告", title)
    for _ in 2...4 { try sheet.appendBlank(title) }
    try sheet.append(row: ["项目", "数量", "上年", "合计"], style: head)
    for row in 3...5 {
      try sheet.beginRow()
      try sheet.append("第\(row)行", head)
      try sheet.appendBlank(input)
      try sheet.append(Double(row), input)
      try sheet.append(formula: "SUM(B\(row):C\(row))", stored: .number(Double(row)), input)
    }
    try sheet.beginRow()
    try sheet.append("说明")
    try sheet.append("网站")
    try decorate(sheet)
  }

  private static func decorate(_ sheet: SheetWriter) throws {
    func range(_ text: String) throws -> CellRange {
      guard let range = CellRange(text) else { throw CocoaError.bad }
      return range
    }
    try sheet.merge(range("A1:D1"))
    try sheet.merge(range("B8:C9"))
    try sheet.validate(
      [range("B3:B5"), range("C3:C5")],
      with: ValidationRule(
        .custom("OR(ISNUMBER(B3),B3=\"/\")"),
        prompt: .init(title: "填写", text: "填非负整数，\n或者 /"),
        error: .init(title: "不对", text: "应为数字 <或> /")))
    try sheet.validate(
      [range("A7")], with: ValidationRule(.list(["是", "否"]), severity: .warning))
    try sheet.validate(
      [range("A8")], with: ValidationRule(.whole(.between("0", "100")), severity: .information))
    try sheet.validate([range("A9")], with: ValidationRule(.decimal(.greaterThanOrEqual("0"))))
    try sheet.format(
      [range("B3:D5")],
      when: ConditionalFormat(
        .expression("$B3<>$C3"),
        style: DifferentialStyle(fontColor: CellColor(0x9C0006), fill: CellColor(0xFFC7CE))))
    try sheet.format(
      [range("D3:D5")],
      when: ConditionalFormat(
        .value(.lessThan("0")), style: DifferentialStyle(isBold: true, border: .box(.thin)),
        stopsIfTrue: true))
    try sheet.link(range("A6"), to: .location("'Values'!A1"), tip: "去 Values")
    try sheet.link(range("B6"), to: .address("https://example.org/?a=1&b=2"))
    try sheet.filter(range("A2:D5"))
    try sheet.protect(allowing: [.selectLockedCells, .selectUnlockedCells, .formatColumns])
  }

  private enum CocoaError: Error { case bad }
}
