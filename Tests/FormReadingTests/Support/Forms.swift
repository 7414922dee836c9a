import ReportModel
import Templates

/// The built-in forms, read once.
enum Forms {
  static let all: [FormDefinition] = FormLibrary(builtIn: Templates.definitions).forms
  static let form2021 = all.first { $0.id == "gov-info-disclosure-2021" }!
  static let form2019 = all.first { $0.id == "gov-info-disclosure-2019" }!
}
