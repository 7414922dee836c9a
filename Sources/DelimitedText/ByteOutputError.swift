package import Languages

/// Why bytes could not be written: a full disk, a closed descriptor; with the system's own reason.
package struct ByteOutputError: PhrasedError, Hashable {
  /// The system's reason.
  package let reason: String

  /// Makes the error with the system's reason.
  package init(reason: String) { self.reason = reason }

  /// Says that writing failed part-way.
  package var phrase: Phrase {
    Phrase(zh: "写入中途失败：\(reason)", en: "writing failed part-way: \(reason)")
  }
}
