import Diagnostics

extension WorkbookWriterError.Reason {
  /// The message: what was found, what is expected, what to do.
  var phrase: Phrase {
    switch self {
    case .noSheet, .noVisibleSheet, .finished, .noRow, .sheetNameEmpty, .sheetNameLength,
      .sheetNameCharacter, .sheetNameApostrophe, .sheetNameReserved, .sheetNameTwice:
      sheetPhrase
    case .row, .column, .rowOrder, .columnOrder, .number, .textLength, .formulaLength,
      .mergedCell, .mergeOverlap, .reference, .noRange:
      cellPhrase
    case .columnWidth, .rowHeight, .columnTwice, .outlineLevel, .zoom, .fontSize, .fontName,
      .indent, .rotation, .numberFormat, .tooManyStyles, .foreignStyle:
      lookPhrase
    case .messageTitleLength, .messageLength, .validationList, .definedName, .definedNameTwice,
      .definedNameSheet, .linkLength, .headerLength, .printSetup, .customProperty, .tooManyLinks:
      featurePhrase
    case .cannotCreate(let fault):
      Phrase(
        zh: "无法创建文件：\(fault.phrase.zh)", en: "the file cannot be created: \(fault.phrase.en)")
    case .writeFailed(let fault):
      Phrase(zh: "写入失败：\(fault.phrase.zh)", en: "writing failed: \(fault.phrase.en)")
    }
  }

  private var sheetPhrase: Phrase {
    switch self {
    case .noSheet:
      Phrase(zh: "工作簿没有工作表；至少写入一张", en: "the workbook has no sheet; add at least one")
    case .noVisibleSheet:
      Phrase(
        zh: "所有工作表都是隐藏的；至少让一张可见",
        en: "every sheet is hidden; leave at least one visible")
    case .finished:
      Phrase(
        zh: "工作表已写完，不能再写；请在开始下一张之前写入",
        en: "the sheet is finished and takes nothing more; write to it before the next is begun")
    case .noRow:
      Phrase(zh: "还没有行；请先开始一行再写单元格", en: "no row is begun; begin a row before its cells")
    case .sheetNameEmpty:
      Phrase(
        zh: "工作表名为空；请给出 1 至 31 个字符", en: "the sheet's name is empty; give it 1 to 31 characters")
    case .sheetNameLength(let count):
      Phrase(
        zh: "工作表名有 \(count) 个字符，最多 31 个；请缩短",
        en: "the sheet's name has \(count) characters, at most 31 are allowed; shorten it")
    case .sheetNameCharacter(let character):
      Phrase(
        zh: "工作表名含有不允许的字符 \(character)；请去掉 : \\ / ? * [ ] 和控制字符",
        en: """
          the sheet's name holds \(character), which is not allowed; \
          leave out : \\ / ? * [ ] and control characters
          """)
    case .sheetNameApostrophe:
      Phrase(
        zh: "工作表名不能以撇号开头或结尾；请去掉",
        en: "a sheet's name cannot begin or end with an apostrophe; leave it out")
    case .sheetNameReserved:
      Phrase(
        zh: "工作表名 History 由 Excel 保留；请换一个",
        en: "the sheet name History is kept by Excel for itself; take another")
    default:
      Phrase(
        zh: "已有同名工作表（不分大小写）；请换一个名字",
        en: "a sheet of this name is there already (case does not count); take another name")
    }
  }

  private var cellPhrase: Phrase {
    switch self {
    case .row(let row):
      Phrase(
        zh: "行号 \(row) 超出 1 至 1048576；请分写到几张工作表",
        en: "row \(row) is not in 1 to 1048576; divide the rows among several sheets")
    case .column(let column):
      Phrase(
        zh: "列号 \(column) 超出 1 至 16384；请减少列数",
        en: "column \(column) is not in 1 to 16384; use fewer columns")
    case .rowOrder(let row, let last):
      Phrase(
        zh: "第 \(row) 行写在第 \(last) 行之后；请按行号递增的顺序写",
        en: "row \(row) comes after row \(last); write rows in ascending order")
    case .columnOrder(let column, let last):
      Phrase(
        zh: "第 \(column) 列写在第 \(last) 列之后；请按列号递增的顺序写",
        en: "column \(column) comes after column \(last); write a row's cells in ascending order")
    case .number(let value):
      Phrase(
        zh: "\(value) 不是单元格能存的数；请改写为空白、文本或错误值",
        en: "\(value) is no number a cell can hold; write a blank, a text or an error value")
    case .textLength(let count):
      Phrase(
        zh: "文本有 \(count) 个字符，单元格最多 32767 个；请分写到几个单元格",
        en: "the text has \(count) characters, a cell holds at most 32767; divide it among cells")
    case .formulaLength(let count):
      Phrase(
        zh: "公式有 \(count) 个字符，应为 1 至 8192 个；请改写公式",
        en: "the formula has \(count) characters, 1 to 8192 are allowed; rewrite it")
    case .mergedCell:
      Phrase(
        zh: "合并区域只有一个单元格；至少要两个",
        en: "the merged range is a single cell; it takes at least two")
    case .mergeOverlap(let other):
      Phrase(
        zh: "合并区域与 \(other) 重叠；请拆开其中一个",
        en: "the merged range overlaps \(other); give up one of them")
    case .reference(let text):
      Phrase(
        zh: "区域 \(text) 不在工作表内（行 1 至 1048576，列 1 至 16384）；请改正",
        en:
          "the range \(text) is not inside a sheet (rows 1 to 1048576, columns 1 to 16384); mend it"
      )
    default:
      Phrase(zh: "没有给出区域；至少给出一个", en: "no range is given; give at least one")
    }
  }

  private var lookPhrase: Phrase {
    switch self {
    case .columnWidth(let width):
      Phrase(zh: "列宽 \(width) 超出 0 至 255", en: "the column width \(width) is not in 0 to 255")
    case .rowHeight(let height):
      Phrase(zh: "行高 \(height) 超出 0 至 409.5", en: "the row height \(height) is not in 0 to 409.5")
    case .columnTwice(let column):
      Phrase(
        zh: "第 \(column) 列的版式重复或次序不对；请按列号递增，每列一次",
        en: """
          the layout of column \(column) is given twice or out of order; \
          give each column once, in ascending order
          """)
    case .outlineLevel(let level):
      Phrase(zh: "分级 \(level) 超出 0 至 7", en: "the outline level \(level) is not in 0 to 7")
    case .zoom(let percent):
      Phrase(
        zh: "显示比例 \(percent)% 超出 10% 至 400%", en: "the zoom of \(percent)% is not in 10% to 400%")
    case .fontSize(let size):
      Phrase(zh: "字号 \(size) 超出 1 至 409", en: "the font size \(size) is not in 1 to 409")
    case .fontName(let name):
      Phrase(
        zh: "字体名 \(name.debugDescription) 应为 1 至 31 个字符，不含控制字符",
        en: """
          the font name \(name.debugDescription) must have 1 to 31 characters, \
          none of them a control character
          """)
    case .indent(let indent):
      Phrase(zh: "缩进 \(indent) 超出 0 至 250", en: "the indent \(indent) is not in 0 to 250")
    case .rotation(let degrees):
      Phrase(
        zh: "文字旋转 \(degrees)° 超出 -90° 至 90°", en: "the rotation \(degrees)° is not in -90° to 90°")
    case .numberFormat(let code):
      Phrase(
        zh: "数字格式 \(code.debugDescription) 应为 1 至 255 个字符，不含控制字符",
        en: """
          the number format \(code.debugDescription) must have 1 to 255 characters, \
          none of them a control character
          """)
    case .foreignStyle:
      Phrase(
        zh: "样式属于另一个工作簿；请用本工作簿的 style(_:) 登记后再用",
        en: "the style belongs to another workbook; make it known to this one with style(_:)")
    default:
      Phrase(
        zh: "单元格样式超过 65490 种；请合用相同的样式",
        en: "there are more than 65490 cell styles; let cells share them")
    }
  }

  private var featurePhrase: Phrase {
    switch self {
    case .messageTitleLength(let count):
      Phrase(
        zh: "数据有效性提示的标题有 \(count) 个字符，最多 32 个；请缩短",
        en: "the title of the validation's message has \(count) characters, at most 32; shorten it")
    case .messageLength(let count):
      Phrase(
        zh: "数据有效性提示有 \(count) 个字符，最多 255 个；请缩短",
        en: "the validation's message has \(count) characters, at most 255; shorten it")
    case .validationList:
      Phrase(
        zh: "数据有效性序列中有逗号，或总长超过 255 个字符；请改为引用单元格区域",
        en: """
          the validation's list has an item with a comma, or more than 255 characters in all; \
          let it refer to a range of cells
          """)
    case .definedName(let name):
      Phrase(
        zh: "\(name.debugDescription) 不能作名称；应以字母、汉字或下划线开头，只含字母、数字、句点和下划线，且不像单元格引用",
        en: """
          \(name.debugDescription) is no defined name; begin with a letter or an underscore, use \
          letters, digits, full stops and underscores, and let it not look like a cell reference
          """)
    case .definedNameTwice(let name):
      Phrase(
        zh: "名称 \(name) 在同一范围内重复（不分大小写）；请换一个",
        en:
          "the defined name \(name) is given twice in one scope (case does not count); take another"
      )
    case .definedNameSheet(let sheet):
      Phrase(
        zh: "名称所属的工作表 \(sheet) 不存在；请先写入该表",
        en: "the defined name belongs to sheet \(sheet), which does not exist; add that sheet")
    case .linkLength(let count):
      Phrase(
        zh: "链接有 \(count) 个字符，应为 1 至 2079 个；请改正",
        en: "the link has \(count) characters, 1 to 2079 are allowed; mend it")
    case .headerLength(let count):
      Phrase(
        zh: "页眉或页脚有 \(count) 个字符，最多 255 个；请缩短",
        en: "the header or footer has \(count) characters, at most 255; shorten it")
    case .printSetup(let name, let value):
      Phrase(
        zh: "打印设置 \(name) 的值 \(value) 超出范围；请改正",
        en: "the print set-up's \(name) of \(value) is out of range; mend it")
    case .customProperty(let name):
      Phrase(
        zh: "自定义属性名 \(name.debugDescription) 为空、过长或重复；请换一个（1 至 255 个字符）",
        en: """
          the custom property's name \(name.debugDescription) is empty, too long or given twice; \
          take another of 1 to 255 characters
          """)
    default:
      Phrase(
        zh: "一张工作表的链接超过 65530 个；请减少",
        en: "a sheet has more than 65530 links; leave some out")
    }
  }
}
