/// The markup of shared strings with one prefix.
struct SharedStringTokens {
  let item, emptyItem, itemEnd, run, runEnd, text, textEnd, tableEnd: MarkupToken
  let plainItem, plainItemEnd: MarkupToken
  /// The beginning of every start tag, and of every end tag.
  let start, end: MarkupToken

  /// The markup with `prefix`, or nil if that is too long for a token.
  init?(prefix: [UInt8]) {
    func token(_ text: String) -> MarkupToken? { MarkupToken(text, prefix: prefix) }
    guard let item = token("<@si>"), let emptyItem = token("<@si/>"),
      let itemEnd = token("</@si>"), let run = token("<@r>"), let runEnd = token("</@r>"),
      let text = token("<@t"), let textEnd = token("</@t>"), let tableEnd = token("</@sst>"),
      let plainItem = token("<@si><@t>"), let plainItemEnd = token("</@t></@si>"),
      let start = token("<@"), let end = token("</@")
    else { return nil }
    (self.item, self.emptyItem, self.itemEnd) = (item, emptyItem, itemEnd)
    (self.run, self.runEnd, self.text, self.textEnd) = (run, runEnd, text, textEnd)
    (self.plainItem, self.plainItemEnd, self.tableEnd) = (plainItem, plainItemEnd, tableEnd)
    (self.start, self.end) = (start, end)
  }
}
