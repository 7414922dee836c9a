import ArgumentParser
import Diagnostics

/// Whether an existing output may be replaced.
struct ReplaceOptions: ParsableArguments {
  @Flag(
    help: .text(
      zh: "输出文件已存在时替换它（输入文件决不会被替换）",
      en: "Replace an output that exists (an input is never replaced)."))
  var force = false
}
