/// Excel's first line `sep=;`, which sets the delimiter and is not data; in quotes it is data.
struct SeparatorLine {
  /// The dialect with this delimiter.
  let dialect: Dialect
  /// The number of bytes of the line with its line end.
  let byteCount: Int

  /// Reads the line at the beginning of `text`; nil if there is none.
  init?(_ text: UnsafeBufferPointer<UInt8>) {
    var index = 0
    func take(_ byte: UInt8) -> Bool {
      guard index < text.count, text[index] == byte else { return false }
      index += 1
      return true
    }
    for letter in "sep".utf8 {
      guard take(letter) || take(letter - 0x20) else { return nil }
    }
    guard take(0x3D), index < text.count, let dialect = Dialect(delimiter: text[index])
    else { return nil }
    index += 1
    let hasLineEnd = take(0x0D)
    guard take(0x0A) || hasLineEnd || index == text.count else { return nil }
    self.dialect = dialect
    byteCount = index
  }
}
