import ReportModel
import Templates

/// The built-in definitions, decoded once for all tests.
enum BuiltInForms {
  static let all = Result { try FormLibrary(definitions: Templates.definitions) }

  static func form(_ year: Int) throws -> FormDefinition {
    guard let form = try all.get().form("gov-info-disclosure-\(year)") else { throw Missing() }
    return form
  }

  struct Missing: Error {}
}
