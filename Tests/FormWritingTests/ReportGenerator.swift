import FormWriting
import Foundation
import ReportModel

/// Makes reports of every kind by a seeded generator: the same seed gives the same report.
struct ReportGenerator {
  let form: FormDefinition
  private var state: UInt64

  init(_ form: FormDefinition, seed: UInt64) {
    self.form = form
    state = (seed &+ 1) &* 0x9E37_79B9_7F4A_7C15 | 1
  }

  /// The next number of the sequence (xorshift64*), from 0 to below `bound`.
  mutating func next(_ bound: Int) -> Int {
    state ^= state >> 12
    state ^= state << 25
    state ^= state >> 27
    return Int((state &* 0x2545_F491_4F6C_DD1D) >> 33) % bound
  }

  private mutating func chance(_ percent: Int) -> Bool { next(100) < percent }

  private mutating func pick<T>(_ values: [T]) -> T { values[next(values.count)] }

  /// A report: numbers, blanks, marks, texts; totals right and wrong; prose short and long.
  mutating func report() -> Report {
    var report = Report(form: form.id)
    report.agency = pick(["政府办公室", "某市“数据”局", "=cmd()", "'@局", "A & B <局>", "一,二\"局\"", ""])
    report.year = chance(90) ? 2019 + next(8) : nil
    report.title = pick([
      "", form.usualTitle(agency: report.agency, year: report.year), "年度报告\t（修订）",
    ])
    for contact in form.contact where chance(50) {
      report.contact[contact.id] = pick(["张三", "010-12345678", "2022-01-20", "-", "+86 10"])
    }
    for section in form.sections { report.sections[section.id] = prose() }
    let blanks = pick([0, 0, 10, 60, 100])
    for table in form.tables {
      report.tables[table.id] = [:]
      for row in table.rows {
        for column in table.columns(of: row) {
          let field = FieldName(table: table.id, row: row.id, column: column.id)
          report[field] = chance(blanks) ? .blank : value(column, &report, field)
        }
      }
    }
    if chance(70) { addTotals(to: &report) }
    return report
  }

  private mutating func value(
    _ column: FormColumn, _ report: inout Report, _ field: FieldName
  ) -> FieldValue {
    switch next(100) {
    case 0..<3: return .notApplicable
    case 3..<5: return .unreadable(pick(["3/5", "约十件左右", "=A1", "待定", "1 2 3", "@我", "見附件"]))
    case 5..<7:
      report.notes[field] = pick(["（其中修订 16 件）", "（含自然失效 29 件）", "(估)"])
      return .number(Decimal(next(1000)))
    case 7..<10: return .number(pick(Self.extremes))
    case 10..<13: return .number(-Decimal(next(50)))
    case 13..<20 where column.kind == .amount, 20..<60 where column.kind == .amount:
      return .number(Decimal(next(10_000_000)) / pick([1, 10, 100, 10_000, 1_000_000]))
    case 60..<70: return .number(Decimal(next(100_000)))
    default: return .number(Decimal(next(12)))
    }
  }

  /// Numbers at the edges of what a double, 15 digits and a decimal hold.
  private static let extremes: [Decimal] = [
    "999999999999999", "1000000000000000", "123456789012345678901234567890.12345678", "0.1",
    "0.000000000000001", "12345678.1234567", "0.3", "72701.2578", "24252.311082", "1e20", "2.50",
    "99999999999999.9",
  ].compactMap { Decimal(string: $0) }

  /// Makes every total what its relation says, so that exports have formulas to write.
  private mutating func addTotals(to report: inout Report) {
    for instance in form.relations.reversed().flatMap(form.instances)
    where !instance.relation.needsPrevious && instance.relation.comparison == .equal {
      guard instance.left.count == 1, let total = instance.left.first?.field, chance(90) else {
        continue
      }
      report.notes[total] = nil
      report[total] = .number(
        instance.right.reduce(0) { $0 + $1.coefficient * (report[$1.field]?.counted ?? 0) })
    }
  }

  /// Prose of a few paragraphs; one in forty beyond what a cell holds.
  mutating func prose() -> String {
    if chance(8) { return "" }
    if chance(8) { return "无" }
    var lines: [String] = []
    for _ in 0...next(6) {
      switch next(40) {
      case 0:
        lines.append(
          String(repeating: pick(["公开👨‍👩‍👧‍👦，", "信息 ", "𠮷", "e\u{301}"]), count: 13_000) + "完")
      case 1: lines.append(String(repeating: "长", count: 40_000))
      case 2...5 where !lines.isEmpty: lines.append("")
      default: lines.append(pick(Self.sentences))
      }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  private static let sentences = [
    "今年来，共收到信息公开申请9件，已全部办结。", "他说：“公开是常态”，\"不公开\"是例外。", "=1+1", "+86", "-5", "@某人", "'=x",
    "''-1", "一、在门户网站升级改造的基础上", "续", "emoji 😀👍🏽🇨🇳 与 \u{1F468}\u{200D}\u{1F4BB}", "a,b;c\td", "1,234.5",
    "/", "0",
    "_x000D_ 与 &amp; <b>", "三、收到和处理政府信息公开申请情况良好。", "总计", "10%", "2021-12-31", "TRUE", "1e5",
  ]
}
