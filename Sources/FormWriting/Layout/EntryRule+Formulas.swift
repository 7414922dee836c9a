import Vocabulary

extension EntryRule.Kind {
  /// The formula that is true while `cell` has an allowed value.
  ///
  /// `IF` keeps a mark out of the calculation; lists in braces are not allowed in validations.
  package func isAllowed(_ cell: String) -> String {
    "IF(ISNUMBER(\(cell)),\(numberRule(cell)),OR(\(Self.isMark(cell))))"
  }

  /// The formula that is true while the value of `cell` should be checked.
  package func isDoubtful(_ cell: String) -> String {
    switch self {
    case .amount(let decimals?):
      """
      IF(ISNUMBER(\(cell)),OR(\(cell)<0,ROUND(\(cell),\(decimals))<>\(cell)),\
      AND(LEN(\(cell))>0,NOT(OR(\(Self.isMark(cell))))))
      """
    default:
      """
      IF(ISNUMBER(\(cell)),NOT(\(numberRule(cell))),\
      AND(LEN(\(cell))>0,NOT(OR(\(Self.isMark(cell))))))
      """
    }
  }

  private func numberRule(_ cell: String) -> String {
    switch self {
    case .count: "AND(\(cell)>=0,\(cell)=INT(\(cell)))"
    case .signedCount: "\(cell)=INT(\(cell))"
    case .amount: "\(cell)>=0"
    case .year: "AND(\(cell)>=1900,\(cell)<=2999,\(cell)=INT(\(cell)))"
    case .text: "TRUE"
    }
  }

  private static func isMark(_ cell: String) -> String {
    Mark.entries.map { "\(cell)=\"\($0)\"" }.joined(separator: ",")
  }
}
