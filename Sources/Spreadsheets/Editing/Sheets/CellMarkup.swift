/// The markup of a cell's content: the value of its `t` attribute and its child elements.
struct CellMarkup {
  /// The cell's type; `nil` for a number or an empty cell.
  ///
  /// Source: ECMA-376-1:2016, 18.18.11 `ST_CellType`.
  var type: String?
  /// The formula's text, escaped.
  var formula: [UInt8]?
  /// The content of `<v>`, escaped.
  var value: [UInt8]?
  /// The content of `<is>`, with the prefix of its elements.
  var inline: [UInt8]?

  /// The markup of `content`; `index` returns a text's shared string index, or nil for an inline string.
  init(_ content: CellContent, prefix: String, sharedString index: (String) throws -> Int?) rethrows
  {
    self.init(stored: nil)
    switch content {
    case .blank: break
    case .number(let value): self.value = Self.text(of: value)
    case .boolean(let value):
      type = "b"
      self.value = [value ? 0x31 : 0x30]
    case .error(let error):
      type = "e"
      value = MarkupText.escaped(error.code)
    case .text(let text):
      if let index = try index(text) {
        type = "s"
        value = Array(String(index).utf8)
      } else {
        type = "inlineStr"
        inline = Self.element("t", text, prefix: prefix)
      }
    case .formula(let formula, let stored):
      self = CellMarkup(stored: stored)
      self.formula = MarkupText.escaped(CellText.encoded(formula))
    }
  }

  /// The markup of a formula's cached value.
  init(stored: StoredValue?) {
    switch stored {
    case .number(let value): self.value = Self.text(of: value)
    case .boolean(let value):
      type = "b"
      self.value = [value ? 0x31 : 0x30]
    case .error(let error):
      type = "e"
      value = MarkupText.escaped(error.code)
    case .text(let text):
      type = "str"
      value = MarkupText.escaped(CellText.encoded(text))
    case nil: break
    }
  }

  /// The child elements for a cell without any.
  func elements(prefix: String) -> [UInt8] {
    var bytes: [UInt8] = []
    if let formula { bytes += Self.element("f", formula, prefix: prefix) }
    if let value { bytes += Self.element("v", value, prefix: prefix) }
    if let inline { bytes += Self.element("is", inline, prefix: prefix) }
    return bytes
  }

  /// `<p:name>` with an escaped text; leading and trailing white space is preserved.
  static func element(_ name: String, _ text: String, prefix: String) -> [UInt8] {
    var text = text
    let keeps = text.withUTF8 { CellText.needsPreserving($0) }
    let open = "<" + prefix + name + (keeps ? " xml:space=\"preserve\">" : ">")
    return Array(open.utf8) + MarkupText.escaped(CellText.encoded(text))
      + Array(("</" + prefix + name + ">").utf8)
  }

  private static func element(_ name: String, _ content: [UInt8], prefix: String) -> [UInt8] {
    Array(("<" + prefix + name + ">").utf8) + content + Array(("</" + prefix + name + ">").utf8)
  }

  private static func text(of value: Double) -> [UInt8] {
    var bytes: [UInt8] = []
    NumberText.append(value, to: &bytes)
    return bytes
  }
}
