import Spreadsheets

extension EntryRule.Kind {
  /// The rule as a workbook's data validation, for cells of which `cell` is the first.
  func validation(_ cell: String) -> ValidationRule {
    switch self {
    case .text(let hint):
      ValidationRule(.any, prompt: .init(title: "填写说明", text: hint))
    case .count, .signedCount, .amount, .year:
      ValidationRule(
        .custom(isAllowed(cell)), prompt: .init(title: title, text: demand),
        error: .init(title: "填写有误", text: "\(demand)请改正后再填。"), severity: .stop)
    }
  }

  private var title: String {
    switch self {
    case .count, .signedCount: "填写数量"
    case .amount: "填写金额"
    case .year: "填写年度"
    case .text: "填写说明"
    }
  }

  private var demand: String {
    switch self {
    case .count: "应为不小于 0 的整数；没有发生的填 0，不适用的填“/”。不要填单位。"
    case .signedCount: "应为整数，减少的填负数；没有变化的填 0，不适用的填“/”。不要填单位。"
    case .amount(let decimals?): "应为不小于 0 的数，最多保留 \(decimals) 位小数；不适用的填“/”。不要填单位。"
    case .amount: "应为不小于 0 的数；不适用的填“/”。不要填单位。"
    case .year: "应为四位数的年份，如 2024。"
    case .text(let hint): hint
    }
  }
}
