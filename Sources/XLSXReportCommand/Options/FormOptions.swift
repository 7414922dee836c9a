import ArgumentParser
import Diagnostics

/// The form that an input is read as.
struct FormOptions: ParsableArguments {
  @Option(
    help: .text(
      zh: "统计表的编号，或自己的定义文件；默认从内容识别",
      en: "The form's id, or a definition file of your own; default: recognised from the content.",
      value: "id|path"),
    completion: .file(extensions: ["json"]))
  var form: String?
}
