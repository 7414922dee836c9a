import OpenPackaging

/// A shared strings part to which texts are appended.
///
/// Source: ECMA-376-1:2016, 18.4.9 `sst`.
struct StringsEdit {
  private var part: EditablePart
  private var places: [String: Int] = [:]
  private var count: Int
  private var added: [UInt8] = []
  private var references = 0

  init(_ part: EditablePart) throws {
    self.part = part
    guard part.isNamed("sst") else {
      throw WorkbookEditorError(.unusualMarkup, part: part.name.path)
    }
    let items = part.children.filter { $0.name == "si" }
    count = items.count
    for (place, item) in items.enumerated() {
      let runs = part.children(in: item.content)
      guard runs.count == 1, runs[0].name == "t" else { continue }
      // Left encoded, so that only a text that was written in the same way matches.
      let text = MarkupText.resolved(part.bytes[runs[0].content])
      if places[text] == nil { places[text] = place }
    }
  }

  /// Whether anything was added.
  var isChanged: Bool { !added.isEmpty }

  /// The name of the part.
  var name: PartName { part.name }

  /// The index of a text; it is added unless it exists without formatting.
  mutating func index(of text: String) -> Int {
    let encoded = CellText.encoded(text)
    references += 1
    if let place = places[encoded] { return place }
    let prefix = String(decoding: part.prefix, as: UTF8.self)
    added += Array((part.open("si") + ">").utf8)
    added += CellMarkup.element("t", text, prefix: prefix)
    added += Array(part.close("si").utf8)
    let place = count
    count += 1
    places[encoded] = place
    return place
  }

  /// The part with all additions.
  func bytes() -> [UInt8] {
    var part = part
    part.append(added)
    let scanner = MarkupScanner(part.bytes)
    if scanner.attribute("uniqueCount", of: part.root) != nil {
      part.set("uniqueCount", String(count), of: part.root)
    }
    if let total = scanner.number("count", of: part.root), total < 1 << 40 {
      part.set("count", String(max(total, 0) + references), of: part.root)
    }
    return part.edited
  }
}
