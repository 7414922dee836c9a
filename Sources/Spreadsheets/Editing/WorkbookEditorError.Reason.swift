import Diagnostics

extension WorkbookEditorError {
  /// The reason why a change is not possible.
  public enum Reason: Hashable, Sendable {
    /// The workbook is signed; any change would break the signature.
    case signed
    /// No sheet of the workbook has that name.
    case noSheet
    /// The sheet has no cells: it is a chart or a dialog.
    case noCells
    /// The cell is inside a merged range; only the top left cell of the range has a value.
    case insideMerge(String)
    /// The cell belongs to an array formula or data table in a range.
    case arrayFormula(String)
    /// The cell has no formula whose cached value could be set.
    case noFormula
    /// A header cell of a table can only contain text.
    case tableHeader(String)
    /// The table has another column with this header.
    case tableHeaderTwice(String)
    /// Formulas refer to this header of a table by name.
    case tableHeaderInUse(String)
    /// The cell, or its row, is in the worksheet part more than once.
    case cellTwice
    /// The reference is beyond the sheet.
    case reference
    /// The part's encoding, with this name, cannot be written.
    case encoding(String)
    /// The part's structure does not allow a change of one element.
    case unusualMarkup
    /// The name of an added sheet is in use or invalid, for this reason.
    case sheet(WorkbookWriterError.Reason)
    /// The content of a cell is invalid, for this reason.
    case content(WorkbookWriterError.Reason)
    /// The file cannot be written, for this reason.
    case file(WorkbookWriterError.Reason)

    var phrase: Phrase {
      switch self {
      case .signed:
        Phrase(
          zh: "工作簿带有数字签名，修改会使签名失效；请先在 Excel 中移除签名",
          en: """
            the workbook is digitally signed and a change would break the signature; \
            remove the signature in Excel first
            """)
      case .noSheet:
        Phrase(zh: "没有这张工作表；请核对名称", en: "there is no such sheet; check the name")
      case .noCells:
        Phrase(
          zh: "这张表是图表或对话框，没有单元格；请选择普通工作表",
          en: "the sheet is a chart or a dialog and has no cells; choose a worksheet")
      case .insideMerge(let range):
        Phrase(
          zh: "单元格在合并区域 \(range) 之内；请写入其左上角单元格",
          en: "the cell is covered by the merged range \(range); write to its top left cell")
      case .arrayFormula(let range):
        Phrase(
          zh: "单元格属于 \(range) 的数组公式或模拟运算表，不能单独修改；请先在 Excel 中取消它",
          en: """
            the cell belongs to the array formula or data table of \(range), which cannot be \
            changed in part; undo it in Excel first
            """)
      case .noFormula:
        Phrase(
          zh: "单元格没有公式，没有可更新的存储值；请直接写入值",
          en: "the cell has no formula whose stored value could be set; set its value instead")
      case .tableHeader(let table):
        Phrase(
          zh: "单元格是表 \(table) 的标题，只能写非空文本；请改写文本",
          en: "the cell is a header of table \(table) and takes only text; write a text")
      case .tableHeaderTwice(let table):
        Phrase(
          zh: "表 \(table) 已有同名的列（不分大小写）；请换一个标题",
          en: "table \(table) has a column of that name (case does not count); take another header")
      case .tableHeaderInUse(let table):
        Phrase(
          zh: "表 \(table) 的公式按列名引用这个标题，改名会使公式失效；请在 Excel 中改名",
          en: """
            formulas refer to this header of table \(table) by its name and would break; \
            rename it in Excel
            """)
      case .cellTwice:
        Phrase(
          zh: "单元格在文件里不止一处，哪一处有效不明确；请用 Excel 或 WPS 打开后另存",
          en: """
            the cell is in the file more than once, and which one applies is uncertain; \
            open the file in Excel or WPS and save it again
            """)
      case .reference:
        Phrase(
          zh: "单元格不在工作表内（行 1 至 1048576，列 1 至 16384）；请改正",
          en: "the cell is not inside a sheet (rows 1 to 1048576, columns 1 to 16384); mend it")
      case .encoding(let name):
        Phrase(
          zh: "部件的编码是 \(name)，只能修改 UTF-8、UTF-16 或 ISO-8859-1 的部件；请用 Excel 或 WPS 打开后另存",
          en: """
            the part is encoded in \(name), and only parts in UTF-8, UTF-16 or ISO-8859-1 can be \
            changed; open the file in Excel or WPS and save it again
            """)
      case .unusualMarkup:
        Phrase(
          zh: "部件的结构不常见，无法只改一处；请用 Excel 或 WPS 打开后另存",
          en: """
            the part is built in an unusual way and cannot be changed at one place; \
            open the file in Excel or WPS and save it again
            """)
      case .sheet(let reason), .content(let reason), .file(let reason): reason.phrase
      }
    }
  }
}
