public import Diagnostics
public import Foundation
public import Spreadsheets

// Foundation's `localizedDescription` uses only `LocalizedError`. The conformances are a separate module,
// which the library product links into a program, so that the command, which links the other modules
// separately, starts without Foundation.

extension LocalizedError where Self: PhrasedError {
  /// The message, in Chinese if that is the user's first language, otherwise in English.
  public var errorDescription: String? {
    phrase[Language(preferred: Locale.preferredLanguages.first ?? Locale.current.identifier)]
  }
}

extension WorkbookError: LocalizedError {}
extension WorkbookWriterError: LocalizedError {}
extension WorkbookEditorError: LocalizedError {}
extension UnsupportedReason: LocalizedError {}
extension LimitExceeded: LocalizedError {}
extension SystemFault: LocalizedError {}

extension Language {
  /// The language of messages for a user whose first language has the identifier `preferred`, such as
  /// `zh-Hans-CN`.
  init(preferred: String) { self = preferred.lowercased().hasPrefix("zh") ? .zh : .en }
}
