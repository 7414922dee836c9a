/// The markup of a sheet's cells with one prefix.
struct SheetTokens {
  let row, rowEnd, cell, cellEnd, value, emptyValue, valueEnd, valueAndCellEnd: MarkupToken
  let formula, formulaEnd, inline, inlineEnd, text, textEnd, dataEnd: MarkupToken
  let inlineText, inlineTextAndCellEnd: MarkupToken
  /// The text after `t="` in a cell with inline text.
  let inlineType: MarkupToken

  /// The markup without a prefix, which nearly all sheets have.
  static let plain = SheetTokens(prefix: [])

  /// The markup with `prefix`, or nil if that is too long for a token.
  init?(prefix: [UInt8]) {
    func token(_ text: String) -> MarkupToken? { MarkupToken(text, prefix: prefix) }
    guard let row = token("<@row"), let rowEnd = token("</@row>"), let cell = token("<@c"),
      let cellEnd = token("</@c>"), let value = token("<@v>"), let emptyValue = token("<@v/>"),
      let valueEnd = token("</@v>"), let valueAndCellEnd = token("</@v></@c>"),
      let formula = token("<@f"), let formulaEnd = token("</@f>"), let inline = token("<@is>"),
      let inlineEnd = token("</@is>"), let text = token("<@t"), let textEnd = token("</@t>"),
      let dataEnd = token("</@sheetData>"), let inlineText = token("<@is><@t>"),
      let inlineTextAndCellEnd = token("</@t></@is></@c>"), let inlineType = token("inlineStr\"")
    else { return nil }
    (self.row, self.rowEnd, self.cell, self.cellEnd) = (row, rowEnd, cell, cellEnd)
    (self.value, self.emptyValue, self.valueEnd) = (value, emptyValue, valueEnd)
    self.valueAndCellEnd = valueAndCellEnd
    (self.formula, self.formulaEnd) = (formula, formulaEnd)
    (self.inline, self.inlineEnd, self.text, self.textEnd) = (inline, inlineEnd, text, textEnd)
    (self.dataEnd, self.inlineType) = (dataEnd, inlineType)
    (self.inlineText, self.inlineTextAndCellEnd) = (inlineText, inlineTextAndCellEnd)
  }
}
