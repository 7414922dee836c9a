/// The markup of shared strings under one prefix.
struct SharedStringTokens {
  let item, emptyItem, itemEnd, run, runEnd, text, textEnd, tableEnd: MarkupToken
  let plainItem, plainItemEnd: MarkupToken
  /// What every start tag begins with, and every end tag.
  let start, end: MarkupToken

  /// The markup with `prefix`, or nil where that is too long to be compared fast.
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
