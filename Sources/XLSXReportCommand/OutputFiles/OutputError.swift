package import Diagnostics

/// The reason why an output could not be made.
package enum OutputError: PhrasedError, Hashable {
  /// The file exists and may not be replaced.
  case exists
  /// The file is one of the inputs, by this name or another.
  case isInput
  /// The file cannot be created.
  case cannotCreate(SystemFault)
  /// Writing failed part-way.
  case writeFailed(SystemFault)

  /// The exit code of a command that ends with this error: 73, or 74 for a failure part-way.
  package var exitCode: Int32 {
    switch self {
    case .exists, .isInput, .cannotCreate: 73
    case .writeFailed: 74
    }
  }

  /// The reason and what to do.
  package var phrase: Phrase {
    switch self {
    case .exists:
      Phrase(
        zh: "输出文件已存在；要覆盖它，请加 --force",
        en: "the output exists; add --force to replace it")
    case .isInput:
      Phrase(
        zh: "输出文件就是输入文件，不会覆盖；请换一个输出路径",
        en: "the output is one of the inputs, which are never replaced; choose another path")
    case .cannotCreate(let fault):
      Phrase(
        zh: "无法创建输出文件：\(fault.phrase.zh)",
        en: "the output cannot be created: \(fault.phrase.en)")
    case .writeFailed(let fault):
      Phrase(zh: "写入失败：\(fault.phrase.zh)", en: "writing failed: \(fault.phrase.en)")
    }
  }
}
