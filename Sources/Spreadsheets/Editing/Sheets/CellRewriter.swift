/// Changes one cell in the bytes of its sheet, and nothing around it.
///
/// The new value replaces the old one, and `t` is added after the other attributes or removed; so setting a
/// cell and setting it back restores the original bytes.
struct CellRewriter {
  let part: EditablePart
  let place: CellPlace
  private let prefix: String

  init(_ part: EditablePart, _ place: CellPlace) {
    (self.part, self.place) = (part, place)
    prefix = String(decoding: part.prefix, as: UTF8.self)
  }

  /// A child element with the cell's content.
  private struct Child {
    var name: String
    var range: Range<Int>
    var text: Range<Int>
  }

  /// Whether the cell has a formula.
  var hasFormula: Bool { contentChildren.contains { $0.name == "f" } }

  /// Sets the cell's style.
  func set(style: Int, _ splices: inout Splices) {
    let scanner = MarkupScanner(part.bytes)
    if let old = scanner.attribute("s", of: place.tag) {
      splices.replace(old.value, with: String(style))
    } else {
      // After the reference, as programs write it.
      let end = scanner.attribute("r", of: place.tag)?.range.upperBound ?? place.tag.name.upperBound
      splices.insert(" s=\"\(style)\"", at: end)
    }
  }

  /// Sets the cell's content; with `keepingFormula` only the cached value changes.
  func set(_ markup: CellMarkup, keepingFormula: Bool = false, _ splices: inout Splices) {
    set(type: markup.type, dropsMetadata: !keepingFormula, &splices)
    let elements = markup.elements(prefix: prefix)
    guard place.tag.kind == .start else {
      guard !elements.isEmpty else { return }
      let slash = place.tag.range.upperBound - 2
      splices.replace(slash..<slash + 2, with: [0x3E] + elements + Array(part.close("c").utf8))
      return
    }
    let children = contentChildren.filter { !keepingFormula || $0.name != "f" }
    if let value = markup.value, markup.formula == nil, children.count == 1,
      let child = children.first,
      child.name == "v", !child.text.isEmpty
    {
      splices.replace(child.text, with: value)
      return
    }
    let formulaEnd = contentChildren.first { keepingFormula && $0.name == "f" }?.range.upperBound
    let start = children.first?.range.lowerBound ?? formulaEnd ?? place.content.lowerBound
    splices.insert(elements, at: start)
    for child in children { splices.replace(child.range, with: []) }
  }

  private func set(type: String?, dropsMetadata: Bool, _ splices: inout Splices) {
    let scanner = MarkupScanner(part.bytes)
    let attributes = scanner.attributes(of: place.tag)
    let old = attributes.first { scanner.isEqual($0.name, "t") }
    switch (old, type) {
    case (let old?, let type?): splices.replace(old.value, with: type)
    case (let old?, nil):
      // LibreOffice writes numbers with `t="n"`, which is the default.
      guard !scanner.isEqual(old.value, "n") else { break }
      splices.replace(old.range, with: [])
    case (nil, let type?):
      splices.insert(
        " t=\"\(type)\"", at: EditablePart.behindLastAttribute(place.tag, part.bytes))
    case (nil, nil): break
    }
    guard dropsMetadata else { return }
    // Metadata of the old value (a rich error, a spilled array) does not apply to the new one.
    for attribute in attributes
    where scanner.isEqual(attribute.name, "vm") || scanner.isEqual(attribute.name, "cm") {
      splices.replace(attribute.range, with: [])
    }
  }

  private var contentChildren: [Child] {
    var children: [Child] = []
    var scanner = MarkupScanner(part.bytes, in: place.content)
    while let tag = scanner.next() {
      let end = scanner.skip(tag)
      let name = part.localName(of: tag)
      guard ["f", "v", "is"].contains(name) else { continue }
      let text = tag.range.upperBound..<max(tag.range.upperBound, end.range.lowerBound)
      children.append(
        Child(name: name, range: tag.range.lowerBound..<end.range.upperBound, text: text))
    }
    return children
  }
}
