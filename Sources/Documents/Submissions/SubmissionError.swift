package import Diagnostics

/// The reason why a submission could not be read, if no reader below reports one.
package enum SubmissionError: PhrasedError, Hashable {
  /// It is a kind of file that is not read here.
  case unreadable(SubmissionKind.Foreign)
  /// It is JSON, which contains reports, not submissions.
  case json

  /// Reports what the file is and what to do.
  package var phrase: Phrase {
    switch self {
    case .unreadable(let kind): kind.phrase
    case .json:
      Phrase(
        zh: "这是 JSON，不是报来的文件；这里要工作簿、CSV、网页、Word 文档或文本",
        en:
          "this is JSON, no submission; a workbook, CSV, web page, Word document or text is wanted")
    }
  }
}
