#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Diagnostics
import Documents
import FormReading
import ReportModel

extension FormLayout {
  /// The outcome of a check that passes.
  static let passed = "通过"

  /// The columns of the sheet 校验.
  enum CheckColumn: Int, CaseIterable {
    case number = 1
    case place, equation, left, right, difference, outcome, link

    var heading: String { TemplateConvention.checkHeadings[rawValue - 1] }

    var width: Double {
      switch self {
      case .number: 6
      case .place: 26
      case .equation: 46
      case .left, .right: 10
      case .difference: 9
      case .outcome: 20
      case .link: 8
      }
    }
  }

  /// The sheet 校验: a line for each relation and each row or column that it is repeated over.
  var checks: LaidOutSheet {
    var sheet = LaidOutSheet(name: checkSheet)
    let count = CheckColumn.allCases.count
    sheet.columnWidths = CheckColumn.allCases.map(\.width)
    sheet.merge(
      GridRange(row: 1, column: 1, columns: count), .text(TemplateConvention.checksTitle), .heading)
    sheet.rowHeights[1] = 34
    for column in CheckColumn.allCases {
      sheet.put(.text(column.heading), .columnLabel, row: 3, column: column.rawValue)
    }
    sheet.rowHeights[3] = 24
    var lines = CheckLines(sheet: sheet, row: 3)
    addBlanks(to: &lines)
    addRelations(to: &lines)
    addDecimals(to: &lines)
    sheet = lines.sheet
    addSummary(to: &sheet, lines)
    sheet.frozenRows = 3
    sheet.repeatedRows = 1...3
    sheet.isLandscape = true
    return sheet
  }

  /// The lines of the sheet being built.
  struct CheckLines {
    var sheet: LaidOutSheet
    var row: Int
    var count = 0
    var outcomes: [(row: Int, text: String)] = []
    /// The lines that count blank fields, with their counts.
    var blanks: [(row: Int, count: Int)] = []

    /// Begins the lines of one rule.
    mutating func begin(_ title: String) {
      row += 1
      let range = GridRange(row: row, column: 1, columns: CheckColumn.allCases.count)
      sheet.merge(range, .text(title), .band)
      sheet.fit(title, in: range, least: 22)
    }

    mutating func add(_ place: String, _ equation: String, link: LaidOutSheet.Link?) {
      row += 1
      count += 1
      put(.number(Decimal(count)), .listValue, .number)
      put(.text(place), .listText, .place)
      put(.text(equation), .listText, .equation)
      for (column, text) in [(2, place), (3, equation)] {
        sheet.fit(text, in: GridRange(row: row, column: column))
      }
      if let link {
        put(.text("查看"), .link, .link)
        sheet.links.append(link)
      } else {
        put(.blank, .listValue, .link)
      }
    }

    mutating func put(_ content: LaidOutCell.Content, _ role: CellRole, _ column: CheckColumn) {
      sheet.put(content, role, row: row, column: column.rawValue)
    }

    mutating func putOutcome(_ formula: String, _ text: String) {
      put(.message(formula: formula, text: text), .outcome, .outcome)
      outcomes.append((row, text))
    }
  }

  private func addRelations(to lines: inout CheckLines) {
    var rule: Relation?
    for instance in checkedInstances {
      guard let formula = formula(of: instance, on: checkSheet) else { continue }
      if rule != instance.relation {
        lines.begin("\(instance.relation.statement.zh)（\(instance.relation.severity.kind)）")
        rule = instance.relation
      }
      lines.add(
        place(of: instance), shortEquation(instance), link: link(for: instance, lines.row + 1))
      let (left, right) = (sum(instance.left), sum(instance.right))
      let difference = "F\(lines.row)"
      lines.put(.sum(formula: formula.left, value: left), .listValue, .left)
      lines.put(.sum(formula: formula.right, value: right), .listValue, .right)
      lines.put(
        .sum(formula: "ROUND(D\(lines.row)-E\(lines.row),9)", value: left - right), .listValue,
        .difference)
      lines.putOutcome(
        """
        IF(\(textCount(in: instance, on: checkSheet))>0,"有文字，未核对",\
        IF(\(difference)\(instance.relation.comparison.rawValue)0,"\(Self.passed)",\
        IF(\(formula.isIncomplete),"未填全，","")&IF(\(difference)>0,"左边多 ","左边少 ")&ABS(\(difference))))
        """, outcome(of: instance, left, right))
    }
  }

  /// The present result of the outcome's formula.
  private func outcome(of instance: RelationInstance, _ left: Decimal, _ right: Decimal) -> String {
    if (instance.left + instance.right).contains(where: {
      !$0.isPrevious && values.isText($0.field)
    }) {
      return "有文字，未核对"
    }
    let holds =
      switch instance.relation.comparison {
      case .equal: left == right
      case .atMost: left <= right
      case .atLeast: left >= right
      }
    guard !holds else { return Self.passed }
    let isIncomplete = isBlank(instance.left) || isBlank(instance.right)
    let amount = left > right ? left - right : right - left
    return (isIncomplete ? "未填全，" : "") + (left > right ? "左边多 " : "左边少 ") + "\(amount)"
  }

  /// Warns of amounts with more decimals than the form allows, since nothing rejects them.
  private func addDecimals(to lines: inout CheckLines) {
    var hasBegun = false
    for table in tables {
      for field in table.plan.fields {
        guard let bound = field.column.decimals, field.column.kind == .amount,
          let range = table.range(of: field.name)
        else { continue }
        if !hasBegun { lines.begin("金额的小数位数不宜过多（提醒）") }
        hasBegun = true
        let link = LaidOutSheet.Link(
          cell: GridReference(row: lines.row + 1, column: CheckColumn.link.rawValue),
          sheet: table.sheet, target: range)
        lines.add(definition.label(of: field.name), "小数不超过 \(bound) 位", link: link)
        for column in [CheckColumn.left, .right, .difference] {
          lines.put(.blank, .listValue, column)
        }
        let cell = "\(SheetNaming.quoted(table.sheet))!\(range.topLeft.absoluteA1)"
        let isExact = (values.number(field.name)?.decimalCount ?? 0) <= bound
        lines.putOutcome(
          """
          IF(ISNUMBER(\(cell)),IF(ROUND(\(cell),\(bound))=\(cell),"\(Self.passed)",\
          "小数超过 \(bound) 位"),"\(Self.passed)")
          """, isExact ? Self.passed : "小数超过 \(bound) 位")
      }
    }
  }
}

// MARK: - Words

extension FormLayout {
  /// The row or column of the instance.
  private func place(of instance: RelationInstance) -> String {
    guard let key = instance.key, let table = definition.table(instance.relation.table) else {
      return definition.table(instance.relation.table)?.label ?? ""
    }
    switch instance.relation.each {
    case .column: return table.column(key).map(table.label(of:)) ?? key
    case .row: return table.row(key).map { $0.path.joined(separator: "/") } ?? key
    case .once: return table.label
    }
  }

  /// The equation in labels; of a long side, the first and the last term and their number.
  private func shortEquation(_ instance: RelationInstance) -> String {
    guard instance.left.count > 6 || instance.right.count > 6 else {
      return definition.equation(instance).zh
    }
    let sign =
      switch instance.relation.comparison {
      case .equal: "＝"
      case .atMost: "≤"
      case .atLeast: "≥"
      }
    return [instance.left, instance.right].map { operands in
      let labels = operands.map { definition.label(of: $0.field, in: instance) }
      guard labels.count > 2, let first = labels.first, let last = labels.last else {
        return labels.joined(separator: "＋")
      }
      return "“\(first)”至“\(last)”共 \(labels.count) 项之和"
    }.joined(separator: sign)
  }

  private func link(for instance: RelationInstance, _ row: Int) -> LaidOutSheet.Link? {
    let places = (instance.left + instance.right).filter { !$0.isPrevious }
      .compactMap { place(of: $0.field) }
    guard let sheet = places.first?.sheet,
      let target = GridRange.bounding(places.filter { $0.sheet == sheet }.map(\.reference))
    else { return nil }
    return LaidOutSheet.Link(
      cell: GridReference(row: row, column: CheckColumn.link.rawValue), sheet: sheet, target: target
    )
  }
}

extension Decimal {
  /// The number of decimals.
  fileprivate var decimalCount: Int {
    description.split(separator: ".").dropFirst().first?.count ?? 0
  }
}
