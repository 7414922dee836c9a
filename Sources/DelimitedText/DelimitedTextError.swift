package import Diagnostics

/// Why delimited text could not be read.
package enum DelimitedTextError: LimitedError, Hashable {
  /// The closing quote of a field is missing.
  case unterminatedQuote(opened: TextPlace)
  /// The text exceeds a safety limit.
  case limit(LimitExceeded, TextPlace)
  /// A quoted field exceeds a safety limit: most often its closing quote is missing.
  case limitInQuotes(LimitExceeded, opened: TextPlace)

  /// The position of the error.
  package var place: TextPlace {
    switch self {
    case .unterminatedQuote(let place), .limit(_, let place), .limitInQuotes(_, let place): place
    }
  }

  /// The exceeded limit, if one caused the error.
  package var exceededLimit: Limit? {
    switch self {
    case .unterminatedQuote: nil
    case .limit(let error, _), .limitInQuotes(let error, _): error.limit
    }
  }

  /// Names the line, the column and, if it is known, the byte offset.
  package var phrase: Phrase {
    let place = place
    let zhPlace =
      "第 \(place.line) 行第 \(place.column) 列" + (place.byteOffset.map { "（字节 \($0)）" } ?? "")
    let enPlace =
      "line \(place.line), column \(place.column)"
      + (place.byteOffset.map { " (byte \($0))" } ?? "")
    switch self {
    case .unterminatedQuote:
      return Phrase(
        zh: "\(zhPlace)：此处的引号直到文件末尾都没有闭合；请补上引号，或检查文件是否被截断",
        en: """
          \(enPlace): the quote that opens here is not closed by the end of the file; \
          close it, or see whether the file was cut off
          """)
    case .limit(let exceeded, _):
      return Phrase(
        zh: "\(zhPlace)：\(exceeded.phrase.zh)", en: "\(enPlace): \(exceeded.phrase.en)")
    case .limitInQuotes(let exceeded, _):
      return Phrase(
        zh: "\(zhPlace)：由引号开始的字段（可能缺少闭合的引号）\(exceeded.phrase.zh)",
        en: """
          \(enPlace): the field that a quote opens here, perhaps without a closing quote, \
          \(exceeded.phrase.en)
          """)
    }
  }
}
