import Diagnostics
import ReportModel
import Testing

@Suite("Relations, compiled and told") struct RelationFormulaTests {
  private func instance(_ rule: RuleID, _ key: String, year: Int = 2021) throws -> (
    FormDefinition, RelationInstance
  ) {
    let form = try BuiltInForms.form(year)
    let relation = try #require(form.relations.first { $0.rule == rule })
    return (form, try #require(form.instances(of: relation).first { $0.key == key }))
  }

  @Test("compiles to sums that pass over marks")
  func compilesSums() throws {
    let (_, instance) = try instance("requests.balance", "total")
    let formula = try #require(RelationFormula(instance) { "S!\($0.field.row)" })
    #expect(formula.left == "SUM(S!received,S!carriedIn)")
    #expect(formula.right == "SUM(S!outcome.total,S!carriedOut)")
    #expect(
      formula.difference == "ROUND(SUM(S!received,S!carriedIn)-SUM(S!outcome.total,S!carriedOut),9)"
    )
    #expect(formula.holds == formula.difference + "=0")
    #expect(
      formula.isIncomplete
        == "OR(COUNTA(S!received,S!carriedIn)=0,COUNTA(S!outcome.total,S!carriedOut)=0)")
  }

  @Test("compiles subtraction, last year's values and factors")
  func compilesCoefficients() throws {
    let (_, inForce) = try instance("previous.inForce", "regulations")
    let formula = try #require(
      RelationFormula(inForce) { ($0.isPrevious ? "P!" : "S!") + $0.field.column })
    #expect(formula.right == "SUM(P!inForce,S!issued)-SUM(S!repealed)")
    #expect(
      formula.difference == "ROUND(SUM(S!inForce)-(SUM(P!inForce,S!issued)-SUM(S!repealed)),9)")
    #expect(RelationFormula(inForce) { $0.isPrevious ? nil : "A1" } == nil)
    let (_, share) = try instance("requests.otherHandlingShare", "total", year: 2019)
    let shares = try #require(RelationFormula(share) { $0.field.row })
    #expect(shares.right == "0.2*SUM(outcome.total)")
    #expect(shares.holds == shares.difference + "<=0")
  }

  @Test("tells the equation in labels")
  func reportsEquations() throws {
    let (form, total) = try instance("proceedings.total", "reconsideration")
    #expect(form.equation(total).zh == "总计＝结果维持＋结果纠正＋其他结果＋尚未审结")
    let (_, inForce) = try instance("previous.inForce", "regulations")
    #expect(form.equation(inForce).en == "现行有效件数 = last year's 现行有效件数 + 本年制发件数 - 本年废止件数")
  }

  @Test(
    "matches patterns",
    arguments: [
      ("a.b", "a.b", true), ("a.*", "a.b", true), ("a.*", "a", false), ("*", "x", true),
      ("a*c", "abc", true), ("a*b*c", "a1b2c", true), ("a*b*c", "a1c", false),
      ("ab*ba", "aba", false),
    ])
  func matches(pattern: String, id: String, expected: Bool) throws {
    #expect(try #require(RelationTerm(pattern)).matches(id) == expected)
  }

  @Test(
    "reads terms",
    arguments: [
      ("-previous.x", "-1 true x"), ("0.5*x.*", "0.5 false x.*"), ("-2*x", "-2 false x"),
      ("*", "1 false *"), ("3x", nil), ("", nil), ("-", nil), ("previous.", nil),
    ] as [(String, String?)])
  func readsTerms(text: String, expected: String?) {
    let term = RelationTerm(text)
    #expect(term.map { "\($0.coefficient) \($0.isPrevious) \($0.pattern)" } == expected)
    #expect(term.map(\.description) == expected.map { _ in text })
  }
}
