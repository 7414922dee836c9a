import Diagnostics
import Foundation
import ReportModel
import Templates
import Testing

@Suite("Form definitions, read") struct FormDefinitionTests {
  /// A list of indicators with units and two value columns: nothing like the built-in forms.
  static let indicators = """
    {
      "$schema": "https://example.org/form-definition.schema.json",
      "id": "indicators", "title": "主要经济指标", "source": "某市统计局", "order": ["notes", "main"],
      "sections": [{"id": "notes", "label": "说明", "sheet": "说明"}],
      "tables": [{
        "id": "main", "label": "主要经济指标", "sheet": "指标", "arrangement": "matrix", "corner": "指标名称",
        "columns": [
          {"id": "current", "path": ["本期"], "kind": "amount", "unit": "万元"},
          {"id": "growth", "path": ["比上年", "增减"], "kind": "amount"}
        ],
        "rows": [
          {"id": "output", "path": ["产值"]},
          {"id": "output.industry", "path": ["产值", "其中：工业"], "columns": ["current"]},
          {"id": "output.farming", "path": ["产值", "其中：农业"], "columns": ["current"]}
        ]
      }],
      "relations": [
        {"rule": "main.parts", "table": "main", "each": "column", "only": ["current"], "left": ["output"],
         "comparison": ">=", "right": ["output.*"], "severity": "warning",
         "statement": {"zh": "其中项之和不大于总数", "en": "The parts are at most the whole."},
         "source": {"zh": "制度", "en": "the rules"}},
        {"rule": "main.once", "table": "main", "each": "once", "left": ["main.output.industry.current"],
         "comparison": ">=", "right": ["0.5*main.output.farming.current"], "severity": "note",
         "statement": {"zh": "工业不少于农业的一半", "en": "Industry is at least half of farming."},
         "source": {"zh": "经验", "en": "experience"}}
      ]
    }
    """

  @Test("reads and judges a form quite unlike the built-in ones")
  func readsAnotherForm() throws {
    let form = try FormDefinition(json: Array(Self.indicators.utf8))
    #expect(
      form.fields.map(\.description) == [
        "main.output.current", "main.output.growth", "main.output.industry.current",
        "main.output.farming.current",
      ])
    var report = Report(form: form.id)
    for (field, number) in zip(form.fields, [10, 1, 2, 9]) {
      report[field] = .number(.init(number))
    }
    let findings = RelationChecker(form).check(report, file: "a.xlsx")
    #expect(
      findings.map(\.message.zh) == [
        "“本期”列：产值（10），应不小于其中：工业（2）＋其中：农业（9）＝11，少 1",
        "其中：工业/本期（2），应不小于0.5×其中：农业/本期（9），少 2.5",
      ])
    #expect(findings.map(\.rule.name) == ["main.parts", "main.once"])
    let text = ReportJSON.text(report, form)
    #expect(try ReportJSON.read(Array(text.utf8), forms: [form]).isEqual(to: report))
  }

  /// The definition above with one thing changed, and the problem that follows.
  @Test(
    "tells what is wrong, with its place",
    arguments: [
      (
        "\"kind\": \"amount\", \"unit\"", "\"kind\": \"sum\", \"unit\"",
        "tables[0].columns[0].kind：“sum”不可用；应为 count、signedCount、amount 之一",
        "tables[0].columns[0].kind: “sum” is unknown; it must be one of count, signedCount, amount"
      ),
      (
        "\"id\": \"growth\"", "\"id\": \"current\"",
        "tables[0].columns[1].id：“current”重复", "tables[0].columns[1].id: “current” occurs twice"
      ),
      (
        "\"id\": \"output.farming\"", "\"id\": \"output.industry\"",
        "tables[0].rows[2].id：“output.industry”重复",
        "tables[0].rows[2].id: “output.industry” occurs twice"
      ),
      (
        "\"order\": [\"notes\", \"main\"]", "\"order\": [\"main\", \"annex\"]",
        "order[1]：没有名为“annex”的部分或表", "order[1]: there is no section or table “annex”"
      ),
      (
        "\"path\": [\"产值\"]", "\"path\": []", "tables[0].rows[0].path：不能为空",
        "tables[0].rows[0].path: must not be empty"
      ),
      (
        "\"path\": [\"产值\"]", "\"path\": [\" \"]",
        "tables[0].rows[0].path[0]：不能是空字符串",
        "tables[0].rows[0].path[0]: must not be an empty string"
      ),
      (
        "\"columns\": [\"current\"]", "\"columns\": [\"currant\"]",
        "tables[0].rows[1].columns[0]：表“main”没有“currant”列",
        "tables[0].rows[1].columns[0]: table “main” has no column “currant”"
      ),
      (
        "\"right\": [\"output.*\"]", "\"right\": [\"input.*\"]",
        "relations[0].right[0]：“input.*”在 main.current 中不对应任何单元格",
        "relations[0].right[0]: “input.*” stands for no field in main.current"
      ),
      (
        "0.5*main.output.farming.current", "0.5*main.output.fishing.current",
        "relations[1].right[0]：“0.5*main.output.fishing.current”在本表格中不对应任何单元格",
        "relations[1].right[0]: “0.5*main.output.fishing.current” stands for no field"
      ),
      (
        "\"table\": \"main\", \"each\": \"column\"", "\"table\": \"side\", \"each\": \"column\"",
        "relations[0].table：没有名为“side”的表", "relations[0].table: there is no table “side”"
      ),
      (
        "\"only\": [\"current\"]", "\"only\": [\"next\"]",
        "relations[0].only[0]：表“main”没有“next”列",
        "relations[0].only[0]: table “main” has no column “next”"
      ),
      (
        "\"left\": [\"output\"]", "\"left\": [\"\"]",
        "relations[0].left[0]：不能是空字符串", "relations[0].left[0]: must not be an empty string"
      ),
      (
        "\"left\": [\"output\"]", "\"left\": [\"2x\"]",
        "relations[0].left[0]：“2x”不是可用的项；应写作 编号、-编号、系数*编号 或 previous.编号，编号中可用 *",
        """
        relations[0].left[0]: “2x” is no term; write ID, -ID, FACTOR*ID or previous.ID, with * in the ID for \
        any run of characters
        """
      ),
      (
        "\"id\": \"growth\"", "\"id\": \"a.b\"",
        "tables[0].columns[1].id：“a.b”中不能有点号，只有行的编号可以",
        "tables[0].columns[1].id: “a.b” must not hold a dot; only ids of rows may"
      ),
      (
        "\"title\": \"主要经济指标\"", "\"titel\": \"主要经济指标\"",
        """
        titel：未知成员；可用的有：$schema、id、title、titleAliases、source、firstYear、lastYear、order、instructions、contact、\
        sections、tables、relations、prose
        """,
        """
        titel: unknown member; known are: $schema, id, title, titleAliases, source, firstYear, lastYear, order, \
        instructions, contact, sections, tables, relations, prose
        """
      ),
      (
        "\"title\": \"主要经济指标\",", "\"title\": 5,", "title：类型不对，应为字符串",
        "title: wrong type, expected a string"
      ),
      ("\"title\": \"主要经济指标\",", "", "title：缺少该成员", "title: the member is missing"),
      (
        "\"title\": \"主要经济指标\",", "\"title\": \"T\", \"firstYear\": 2020, \"lastYear\": 2019,",
        "lastYear：2019 早于 firstYear 2020", "lastYear: 2019 is before firstYear 2020"
      ),
      (
        "\"statement\": {\"zh\": \"其中项之和不大于总数\", ", "\"statement\": {",
        "relations[0].statement.zh：缺少该成员", "relations[0].statement.zh: the member is missing"
      ),
      (
        "\"title\": ", "\"title\" ",
        "不是有效的 JSON：第 3 行第 31 字节处应为 :", "is not valid JSON: line 3, byte 31: expected :"
      ),
    ])
  func reportsProblems(part: String, changed: String, zh: String, en: String) throws {
    let json = Self.indicators.replacing(part, with: changed, maxReplacements: 1)
    #expect(json != Self.indicators)
    let problems = FormDefinition.problems(in: Array(json.utf8))
    #expect(problems.first?.phrase.zh == zh)
    #expect(problems.first?.phrase.en == en)
  }

  @Test("finds nothing wrong with the built-in definitions")
  func acceptsBuiltInForms() {
    for (_, definition) in Templates.definitions {
      #expect(FormDefinition.problems(in: definition).map(\.phrase.en) == [])
    }
  }

  @Test("an error counts the problems beyond the first")
  func countsProblems() {
    let json = Self.indicators.replacing("\"id\": \"indicators\", \"title\"", with: "\"titel\"")
    let error = #expect(throws: FormDefinitionError.self) {
      try FormDefinition(json: Array(json.utf8))
    }
    #expect(error?.problems.count == 3)
    #expect(
      error?.phrase.en.hasPrefix("is no usable form definition: titel: unknown member") == true)
    #expect(error?.phrase.zh.hasSuffix("（另有 2 处，见 xlsxreport forms lint）") == true)
    let single = FormDefinitionError(problems: [
      FormProblem(path: "id", problem: Phrase(zh: "坏", en: "bad"))
    ])
    #expect(single.phrase.zh == "表格定义有误：id：坏")
    #expect(single.phrase.en == "is no usable form definition: id: bad")
  }

  @Test("a user's form takes the place of a built-in one with the same id")
  func addsForms() throws {
    var library = FormLibrary(builtIn: Templates.definitions)
    #expect(library.forms.map(\.id) == ["gov-info-disclosure-2021", "gov-info-disclosure-2019"])
    library.add(try FormDefinition(json: Array(Self.indicators.utf8)))
    library.add(try FormDefinition(json: Array(Self.indicators.utf8)))
    #expect(
      library.forms.map(\.id) == [
        "indicators", "gov-info-disclosure-2021", "gov-info-disclosure-2019",
      ])
    #expect(library.form("indicators")?.title == "主要经济指标")
  }
}
