package import Diagnostics

/// Why a submission could not be read, where no reader below has said it.
package enum SubmissionError: PhrasedError, Hashable {
  /// It is a kind of file that is not read here.
  case unreadable(SubmissionKind.Foreign)
  /// It is JSON, which holds reports and no submissions.
  case json

  /// Says what the file is and what to do.
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
