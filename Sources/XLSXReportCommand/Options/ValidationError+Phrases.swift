import ArgumentParser
import Diagnostics

extension ValidationError {
  /// Makes the error about the command line, in the language of this run.
  init(zh: String, en: String) { self.init(Phrase(zh: zh, en: en).text) }
}
