import XMLStreams

/// Reads the `<si>` of the shared strings directly from bytes, in the form that programs write.
///
/// It supports plain and rich text with one prefix, and skips phonetic text and the properties of runs. It
/// stops before an item with anything else, from which libxml2 continues. The invariants for its unsafe
/// memory access are those of ``SheetScanner``.
struct SharedStringsScanner {
  private let tokens: SharedStringTokens
  private let prefixes: BoundPrefixes
  private var attributes = ScannedAttributes()
  private var scratch: [UInt8] = []
  /// The font properties of the current run.
  private var look: FontLook = []

  /// The number of line feeds read.
  private(set) var lines = 0
  /// The beginning of the markup at which it stopped.
  private(set) var stoppedBefore = ""

  /// Makes a scanner for items with `prefix`, or nil if that is too long.
  init?(prefix: [UInt8], prefixes: BoundPrefixes) {
    guard let tokens = SharedStringTokens(prefix: prefix) else { return nil }
    self.tokens = tokens
    self.prefixes = prefixes
  }

  /// Reads the complete items in the window into `strings`, and advances `place`.
  mutating func scan(
    _ place: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    _ strings: inout SharedStringsBuilder
  ) -> ScanStop {
    while true {
      _ = WhiteSpace.skip(&place, lines: &lines)
      if tokens.tableEnd.matches(at: place) { return .end }
      let linesBefore = lines
      var next = place
      guard scanItem(&next, &strings) else {
        lines = linesBefore
        strings.dropText()
        guard end - next >= SheetScanner.padding else { return .needsMore }
        stoppedBefore = MarkupExcerpt.text(from: next, to: end)
        return .unknown
      }
      place = next
    }
  }

  /// Advances past one item and ends its text; returns false if the scanner does not support it, with `place`
  /// where this was detected.
  private mutating func scanItem(
    _ place: inout UnsafePointer<UInt8>, _ strings: inout SharedStringsBuilder
  ) -> Bool {
    if tokens.plainItem.matches(at: place) {
      let text = place + tokens.plainItem.count
      var next = text
      if PlainText.skip(&next), tokens.plainItemEnd.matches(at: next) {
        strings.append(plain: UnsafeBufferPointer(start: text, count: next - text))
        place = next + tokens.plainItemEnd.count
        return end(&strings)
      }
    }
    if tokens.emptyItem.matches(at: place) {
      place += tokens.emptyItem.count
      return end(&strings)
    }
    guard tokens.item.matches(at: place) else { return false }
    place += tokens.item.count
    return scanContents(&place, until: tokens.itemEnd, isItem: true, &strings) && end(&strings)
  }

  /// Ends the current text; returns false if it exceeds a limit, which libxml2's reader then reports.
  private func end(_ strings: inout SharedStringsBuilder) -> Bool {
    guard strings.hasRoom else { return false }
    return (try? strings.endText()) != nil
  }

  /// Advances past the content of an item or a run, and past its end tag; texts are appended.
  private mutating func scanContents(
    _ place: inout UnsafePointer<UInt8>, until endTag: MarkupToken, isItem: Bool,
    _ strings: inout SharedStringsBuilder
  ) -> Bool {
    while true {
      _ = WhiteSpace.skip(&place, lines: &lines)
      if endTag.matches(at: place) {
        place += endTag.count
        return true
      }
      if isItem, tokens.run.matches(at: place) {
        place += tokens.run.count
        look = []
        strings.beginRun()
        guard scanContents(&place, until: tokens.runEnd, isItem: false, &strings) else {
          return false
        }
        strings.endRun(look)
      } else if tokens.text.matches(at: place), Self.endsName(place[tokens.text.count]) {
        place += tokens.text.count
        guard scanText(&place, &strings) else { return false }
      } else {
        guard !(isItem && isRunWithAttributes(place)), skipElement(&place) else { return false }
      }
    }
  }

  /// Whether a run with attributes begins, which no program writes.
  private func isRunWithAttributes(_ place: UnsafePointer<UInt8>) -> Bool {
    let name = place + tokens.start.count
    return tokens.start.matches(at: place) && name[0] == UInt8(ascii: "r") && Self.endsName(name[1])
  }

  /// Whether a name ends before `byte`.
  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte <= 0x20
  }

  /// Advances past the rest of a `<t>` and appends its text.
  private mutating func scanText(
    _ place: inout UnsafePointer<UInt8>, _ strings: inout SharedStringsBuilder
  ) -> Bool {
    guard let tagEnd = attributes.scanTag(&place, lines: &lines, prefixes: prefixes) else {
      return false
    }
    if tagEnd == .empty { return true }
    let text = ScannedText.scan(&place, lines: &lines, scratch: &scratch)
    guard let text, tokens.textEnd.matches(at: place) else { return false }
    place += tokens.textEnd.count
    text.withBytes(scratch) { strings.append($0) }
    return true
  }

  /// The maximum depth of nested elements, more than in any item; deeper ones are left to libxml2.
  private static let depthBound = 8

  /// Advances past an element that is not text, with its content.
  private mutating func skipElement(_ place: inout UnsafePointer<UInt8>) -> Bool {
    var open: [UnsafeBufferPointer<UInt8>] = []
    repeat {
      if tokens.end.matches(at: place), let name = open.popLast() {
        place += tokens.end.count
        // The comparison stops at the first difference, or at the zero byte after the window.
        guard name.elementsEqual(UnsafeBufferPointer(start: place, count: name.count)) else {
          return false
        }
        place += name.count
        _ = WhiteSpace.skip(&place, lines: &lines)
        guard place[0] == UInt8(ascii: ">") else { return false }
        place += 1
      } else {
        var next = place + tokens.start.count
        guard tokens.start.matches(at: place), open.count < Self.depthBound,
          let name = Self.scanName(&next)
        else { return false }
        place = next
        guard
          let tagEnd = attributes.scanTag(&place, lines: &lines, prefixes: prefixes)
        else { return false }
        if open.count == 1 { note(name) }
        if tagEnd == .open { open.append(name) }
      }
      // The content of this element is ignored, but must be text.
      if !open.isEmpty {
        guard ScannedText.scan(&place, lines: &lines, scratch: &scratch) != nil else {
          return false
        }
      }
    } while !open.isEmpty
    return true
  }

  /// Stores the property of a run whose tag has just been read.
  private mutating func note(_ name: UnsafeBufferPointer<UInt8>) {
    let slice = XMLSlice(name)
    guard slice == "strike" || slice == "vertAlign" else { return }
    look.formUnion(
      FontLook(property: slice, value: attributes.value("val").map { XMLSlice($0) }))
  }

  /// Advances past a name of ASCII letters and digits.
  private static func scanName(
    _ place: inout UnsafePointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>? {
    let start = place
    while true {
      switch place[0] {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): break
      case UInt8(ascii: "0")...UInt8(ascii: "9") where place > start: break
      default:
        guard place > start, endsName(place[0]) else { return nil }
        return UnsafeBufferPointer(start: start, count: place - start)
      }
      place += 1
    }
  }
}
