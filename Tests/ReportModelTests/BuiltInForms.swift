import ReportModel
import Templates

/// The built-in definitions.
enum BuiltInForms {
  static let all = FormLibrary(builtIn: Templates.definitions)

  static func form(_ year: Int) throws -> FormDefinition {
    guard let form = all.form("gov-info-disclosure-\(year)") else { throw Missing() }
    return form
  }

  struct Missing: Error {}
}
