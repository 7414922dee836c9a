import ArgumentParser
import Diagnostics

/// The inputs of a command that takes many.
struct FilesOptions: ParsableArguments {
  @Argument(
    help: .text(
      zh: "报来的文件或文件夹；- 为标准输入",
      en: "Submissions, or folders of them; - is stdin.", value: "file"),
    completion: .file())
  var files: [String] = []

  @Option(
    help: .text(
      zh: "从文件（- 为标准输入）读文件名，一行一个",
      en: "Read paths from a list, one a line; - is stdin.", value: "list"),
    completion: .file())
  var filesFrom: String?

  @Flag(
    name: .customShort("0"),
    help: .text(
      zh: "--files-from 的文件名以 NUL 结尾（find -print0）",
      en: "The names in --files-from end in NUL, as by 'find -print0'."))
  var nulEnds = false

  @Option(
    help: .text(
      zh: "同时处理几个文件；默认为处理器核数，输出顺序不变",
      en: "Files in parallel; default: the cores. Output stays in argument order.", value: "n"))
  var jobs: Int?

  mutating func validate() throws {
    guard !files.isEmpty || filesFrom != nil else {
      throw ValidationError(zh: "要给出至少一个文件；- 为标准输入", en: "name at least one file; - is stdin")
    }
    if nulEnds, filesFrom == nil {
      throw ValidationError(zh: "-0 要和 --files-from 同用", en: "-0 goes with --files-from")
    }
    if let jobs, jobs < 1 {
      throw ValidationError(
        zh: "--jobs 要大于 0，而不是 \(jobs)", en: "--jobs wants 1 or more, not \(jobs)")
    }
    let uses = files.count { $0 == "-" } + (filesFrom == "-" ? 1 : 0)
    guard uses < 2 else {
      throw ValidationError(zh: "标准输入（-）只能用一次", en: "stdin (-) can be used once only")
    }
  }
}
