import Diagnostics

extension RuleCatalogue {
  /// The rules about whether a form, its tables, rows and columns were found.
  static let documentRules: [Rule] = [
    Rule(
      id: "file.unreadable", severity: .error,
      what: Phrase(zh: "文件无法读取。", en: "The file could not be read."),
      why: Phrase(zh: "该单位的数据全部缺失。", en: "All of the agency's data is missing."),
      source: practice,
      example: Phrase(
        zh: "文件损坏、加密，或后缀与内容不符。", en: "The file is broken, encrypted, or not what its name says."),
      mend: Phrase(
        zh: "用原来的程序打开，另存为 .xlsx 后重新报送。",
        en: "Open it in the program it was made with and save it as .xlsx.")),
    Rule(
      id: "file.failed", severity: .error,
      what: Phrase(
        zh: "文件没有处理完，或标注的副本没有写出。",
        en: "The file was not processed to the end, or its annotated copy was not written."),
      why: Phrase(
        zh: "读写中途失败，不是文件内容的问题；其他文件照常处理。",
        en: "Reading or writing failed, whatever the file holds; the other files go on."),
      source: practice,
      example: Phrase(
        zh: "磁盘已满，或副本的名称已有文件。",
        en: "The disk is full, or a file has the copy's name."),
      mend: Phrase(
        zh: "按消息排除原因，再处理这个文件。",
        en: "Remove the cause that the message names and run the file again.")),
    Rule(
      id: "report.duplicate", severity: .warning,
      what: Phrase(
        zh: "一批文件中有两份同一单位、同一年度的报告。",
        en: "Two of several files are reports of one agency and one year."),
      why: Phrase(
        zh: "汇总时会重复计算，也可能错拿了别的单位的文件。",
        en: "It would be counted twice, or one of the files is not what it should be."),
      source: practice,
      example: Phrase(
        zh: "同一文件夹中有初稿和终稿。", en: "A draft and the final report lie in one folder."),
      mend: Phrase(
        zh: "只留一份，或更正其中一份的单位或年度。",
        en: "Keep one of them, or correct the agency or the year of one.")),
    Rule(
      id: "form.unrecognised", severity: .error,
      what: Phrase(
        zh: "文件中没有已知的表格。", en: "No known form was found in the file."),
      why: Phrase(
        zh: "不能猜测数字属于哪一项。", en: "It must not be guessed what the numbers mean."),
      source: practice,
      example: Phrase(
        zh: "报送了别的表，或表头被删去。", en: "Another form was sent, or the labels were deleted."),
      mend: Phrase(
        zh: "换用 xlsxreport template 生成的模板，或用 --form 指定表格。",
        en: "Use a template made by xlsxreport template, or name the form by --form.")),
    Rule(
      id: "form.layoutYear", severity: .warning,
      what: Phrase(
        zh: "表格版式与报告年度不对应。", en: "The form's layout is not that of the report's year."),
      why: Phrase(
        zh: "旧版式缺少新版式要求的指标。", en: "An old layout lacks what the new one asks for."),
      source: Phrase(
        zh: "国办公开办函〔2019〕60号适用于 2019、2020 年度，国办公开办函〔2021〕30号适用于 2021 年度起",
        en: "the notices of 2019 (for 2019 and 2020) and of 2021 (from 2021 on)"),
      example: Phrase(
        zh: "2023 年度报告用了 2019 年的表。", en: "A report of 2023 uses the tables of 2019."),
      mend: Phrase(
        zh: "按报告年度的版式重新填报，或更正年度。",
        en: "Fill in the layout of the report's year, or correct the year.")),
    Rule(
      id: "table.missing", severity: .error,
      what: Phrase(zh: "表格中应有的表没有找到。", en: "A table of the form was not found."),
      why: Phrase(zh: "缺表不等于全部为 0。", en: "A missing table is not a table of zeros."),
      source: practice,
      example: Phrase(
        zh: "第三张表以图片形式插入。", en: "The third table was pasted as a picture."),
      mend: Phrase(zh: "补上该表，没有数据的填 0。", en: "Add the table, with 0 where there is none.")),
    Rule(
      id: "table.duplicate", severity: .error,
      what: Phrase(
        zh: "同一张表出现不止一次，且内容同样可信。",
        en: "The same table is in the file more than once, equally plausible."),
      why: Phrase(zh: "无法判断以哪一张为准。", en: "Which one counts is uncertain."),
      source: practice,
      example: Phrase(
        zh: "去年的表留在今年的表下面。", en: "Last year's table was left below this year's."),
      mend: Phrase(zh: "只留一张，其余删去。", en: "Keep one and delete the others.")),
    Rule(
      id: "form.blank", severity: .error,
      what: Phrase(zh: "各表没有填写一个数字。", en: "No table of the form holds a number."),
      why: Phrase(
        zh: "空表不是报告，空格也不是 0。", en: "A blank form is no report, and a blank is not a zero."),
      source: practice,
      example: Phrase(
        zh: "模板没有填写就报送；正文、上年结转和公式算出的 0 不算填写。",
        en: """
          A template was sent as it is; prose, values carried over from last year and totals of 0 do not \
          count.
          """),
      mend: Phrase(zh: "填写各表，没有的填 0。", en: "Fill in the tables, with 0 where there is none.")),
    Rule(
      id: "table.blank", severity: .warning,
      what: Phrase(zh: "一张表一格都没有填。", en: "Nothing is filled in in a table."),
      why: Phrase(
        zh: "可能漏填，也可能数字没有写在表格里。",
        en: "It may have been forgotten, or its numbers are not in its cells."),
      source: practice,
      example: Phrase(
        zh: "第四张表全部留空。", en: "All cells of the fourth table were left blank."),
      mend: Phrase(
        zh: "填写该表，没有的填 0，不适用的填“/”。",
        en: "Fill in the table, with 0 where there is none and “/” where it does not apply.")),
    Rule(
      id: "report.year", severity: .warning,
      what: Phrase(
        zh: "没有写明报告年度，或各处写的年度不同。",
        en: "The year of the report is not stated, or is stated differently in several places."),
      why: Phrase(
        zh: "年度不对，汇总和跨年核对都会出错。",
        en: "With a wrong year the report is collected and compared wrongly."),
      source: practice,
      example: Phrase(
        zh: "标题是 2023 年，小标题写“2022年收到和处理政府信息公开申请情况”；标题写“2022-2023年”。",
        en: """
          The title says 2023, a heading “2022年收到和处理政府信息公开申请情况”; or the title says “2022-2023年”.
          """),
      mend: Phrase(
        zh: "把各处改成同一年度；没有写的，写在标题里。",
        en: "Write the same year everywhere; where there is none, write it in the title.")),
    Rule(
      id: "report.agency", severity: .warning,
      what: Phrase(
        zh: "没有写明填报单位，或填报单位与标题不同。",
        en: "The agency is not stated, or is not the one in the title."),
      why: Phrase(zh: "不知道是谁的报告。", en: "It is not known whose report it is."),
      source: practice,
      example: Phrase(
        zh: "填报单位填了“甲局”，标题是“乙局2024年政府信息公开工作年度报告”。",
        en: "“甲局” is filled in as the agency, but the title is “乙局2024年政府信息公开工作年度报告”."),
      mend: Phrase(
        zh: "在标题或“填报单位”中写明机关名称。", en: "Write the agency's name in the title or beside “填报单位”.")),
    Rule(
      id: "text.variants", severity: .note,
      what: Phrase(
        zh: "文字中的部首字符换成了通用汉字。",
        en: "Radicals in the text were replaced by the ideographs that they look like."),
      why: Phrase(
        zh: "从 PDF 复制的文字常带部首字符，看上去一样，却查不到。",
        en:
          "Text copied from PDF files often has them; it looks the same but cannot be searched for."
      ),
      source: Phrase(
        zh: "Unicode：EquivalentUnifiedIdeograph.txt", en: "Unicode: EquivalentUnifiedIdeograph.txt"),
      example: Phrase(zh: "“⽹站”换成“网站”。", en: "“⽹站” becomes “网站”."),
      mend: Phrase(zh: "一般不必处理。", en: "Nothing need be done.")),
    Rule(
      id: "text.unused", severity: .warning,
      what: Phrase(
        zh: "工作表上有文字不属于任何一部分。", en: "A text on a sheet of the form belongs to no section."),
      why: Phrase(zh: "这段文字没有进入报告。", en: "The text is not in the report."),
      source: practice,
      example: Phrase(
        zh: "说明写在表格下方，没有写在正文里。", en: "An explanation is below a table and not in the text."),
      mend: Phrase(
        zh: "移到有关部分的标题之下；不必报送的可以不管。",
        en: "Move it below the heading of its section; what need not be reported may stay.")),
    Rule(
      id: "row.missing", severity: .error,
      what: Phrase(zh: "表中应有的一行没有找到。", en: "A row of a table was not found."),
      why: Phrase(zh: "该行数据缺失，不按 0 计。", en: "Its data is missing and is not taken for 0."),
      source: practice,
      example: Phrase(zh: "“（七）总计”一行被删去。", en: "The row “（七）总计” was deleted."),
      mend: Phrase(zh: "按官方表样补上该行。", en: "Add the row as in the official form.")),
    Rule(
      id: "column.missing", severity: .error,
      what: Phrase(zh: "表中应有的一列没有找到。", en: "A column of a table was not found."),
      why: Phrase(zh: "该列数据缺失，不按 0 计。", en: "Its data is missing and is not taken for 0."),
      source: practice,
      example: Phrase(zh: "“科研机构”一列被删去。", en: "The column “科研机构” was deleted."),
      mend: Phrase(zh: "按官方表样补上该列。", en: "Add the column as in the official form.")),
    Rule(
      id: "label.loose", severity: .note,
      what: Phrase(
        zh: "行名或列名与官方表样不完全一致，仍已认出。", en: "A label differs from the official one, but was matched."),
      why: Phrase(
        zh: "供核对是否认对。", en: "So that someone can see whether it was matched right."),
      source: practice,
      example: Phrase(zh: "“本年发件”认作“本年制发件数”。", en: "“本年发件” was taken for “本年制发件数”."),
      mend: Phrase(zh: "改回官方表样的名称。", en: "Write the label as the official form does.")),
    Rule(
      id: "label.ambiguous", severity: .error,
      what: Phrase(
        zh: "行名或列名可以对应不止一项。", en: "A label could stand for more than one thing."),
      why: Phrase(zh: "不能猜测数字属于哪一项。", en: "It must not be guessed what the numbers mean."),
      source: practice,
      example: Phrase(
        zh: "两行都叫“其他”，且所属分组不明。", en: "Two rows are called “其他”, and their groups are uncertain."),
      mend: Phrase(zh: "按官方表样写全行名、列名和分组。", en: "Write labels and groups in full.")),
  ]

  static let practice = Phrase(zh: "实务做法", en: "practice")
}
