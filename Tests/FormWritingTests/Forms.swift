import Foundation
import ReportModel
import Templates
import TestSupport
import Testing

extension FormDefinition: CustomTestStringConvertible {
  /// The id alone: a whole definition would fill the test's log.
  public var testDescription: String { id }
}

/// The forms that the tests lay out.
enum Forms {
  /// The built-in ones, the newest first.
  static let library = FormLibrary(builtIn: Templates.definitions).forms

  /// The form of 2021.
  static let form2021 = library[0]

  /// The form of 2019.
  static let form2019 = library[1]

  /// The report of the seed, as it is kept under `Templates`.
  static func example() throws -> Report {
    let url = SharedMaterial.checkout.appendingPathComponent("Templates/example-2021.json")
    return try ReportJSON.read(Array(try Data(contentsOf: url)), forms: library)
  }
}
