import XMLStreams

/// Reads the `<si>` of the shared strings straight from the bytes that real writers emit.
///
/// It knows plain and rich text under one prefix, and steps over phonetic text and the properties of
/// runs. It stops before an item that has anything else in it; libxml2 then goes on from that item. The
/// invariants under which it reads unsafe memory are those of ``SheetScanner``.
struct SharedStringsScanner {
  private let tokens: SharedStringTokens
  private let prefixes: BoundPrefixes
  private var attributes = ScannedAttributes()
  private var scratch: [UInt8] = []
  /// What the font of the run looks like that is being read.
  private var look: FontLook = []

  /// Line feeds in everything that has been read.
  private(set) var lines = 0
  /// The beginning of the markup that made it stop.
  private(set) var stoppedBefore = ""

  /// Makes a scanner for items under `prefix`, or nil where that is too long.
  init?(prefix: [UInt8], prefixes: BoundPrefixes) {
    guard let tokens = SharedStringTokens(prefix: prefix) else { return nil }
    self.tokens = tokens
    self.prefixes = prefixes
  }

  /// Reads the items that are whole in the window into `strings`; `place` goes along.
  mutating func scan(
    _ place: inout UnsafePointer<UInt8>, _ end: UnsafePointer<UInt8>,
    _ strings: inout SharedStringsBuilder
  ) -> ScanStop {
    while true {
      _ = WhiteSpace.skip(&place, lines: &lines)
      if tokens.tableEnd.stands(at: place) { return .end }
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

  /// Steps over one item and ends its text; false where it is not for the scanner, `place` being where
  /// that was noticed.
  private mutating func scanItem(
    _ place: inout UnsafePointer<UInt8>, _ strings: inout SharedStringsBuilder
  ) -> Bool {
    if tokens.plainItem.stands(at: place) {
      let text = place + tokens.plainItem.count
      var next = text
      if PlainText.skip(&next), tokens.plainItemEnd.stands(at: next) {
        strings.append(plain: UnsafeBufferPointer(start: text, count: next - text))
        place = next + tokens.plainItemEnd.count
        return end(&strings)
      }
    }
    if tokens.emptyItem.stands(at: place) {
      place += tokens.emptyItem.count
      return end(&strings)
    }
    guard tokens.item.stands(at: place) else { return false }
    place += tokens.item.count
    return scanContents(&place, until: tokens.itemEnd, isItem: true, &strings) && end(&strings)
  }

  /// Ends the current text; false where a limit is passed, which the other road tells.
  private func end(_ strings: inout SharedStringsBuilder) -> Bool {
    guard strings.hasRoom else { return false }
    return (try? strings.endText()) != nil
  }

  /// Steps over what an item or a run holds, and over its end tag; texts are appended.
  private mutating func scanContents(
    _ place: inout UnsafePointer<UInt8>, until endTag: MarkupToken, isItem: Bool,
    _ strings: inout SharedStringsBuilder
  ) -> Bool {
    while true {
      _ = WhiteSpace.skip(&place, lines: &lines)
      if endTag.stands(at: place) {
        place += endTag.count
        return true
      }
      if isItem, tokens.run.stands(at: place) {
        place += tokens.run.count
        look = []
        strings.beginRun()
        guard scanContents(&place, until: tokens.runEnd, isItem: false, &strings) else {
          return false
        }
        strings.endRun(look)
      } else if tokens.text.stands(at: place), Self.endsName(place[tokens.text.count]) {
        place += tokens.text.count
        guard scanText(&place, &strings) else { return false }
      } else {
        guard !(isItem && isRunWithAttributes(place)), skipElement(&place) else { return false }
      }
    }
  }

  /// Whether a run begins whose tag says more than its name, which no writer does.
  private func isRunWithAttributes(_ place: UnsafePointer<UInt8>) -> Bool {
    let name = place + tokens.start.count
    return tokens.start.stands(at: place) && name[0] == UInt8(ascii: "r") && Self.endsName(name[1])
  }

  /// Whether a name ends before `byte`.
  private static func endsName(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || byte <= 0x20
  }

  /// Steps over the rest of a `<t>` and appends its text.
  private mutating func scanText(
    _ place: inout UnsafePointer<UInt8>, _ strings: inout SharedStringsBuilder
  ) -> Bool {
    guard let tagEnd = attributes.scanTag(&place, lines: &lines, prefixes: prefixes) else {
      return false
    }
    if tagEnd == .empty { return true }
    let text = ScannedText.scan(&place, lines: &lines, scratch: &scratch)
    guard let text, tokens.textEnd.stands(at: place) else { return false }
    place += tokens.textEnd.count
    text.withBytes(scratch) { strings.append($0) }
    return true
  }

  /// More elements inside each other than any item has are left to libxml2.
  private static let depthBound = 8

  /// Steps over an element that says nothing of the text, with all that is in it.
  private mutating func skipElement(_ place: inout UnsafePointer<UInt8>) -> Bool {
    var open: [UnsafeBufferPointer<UInt8>] = []
    repeat {
      if tokens.end.stands(at: place), let name = open.popLast() {
        place += tokens.end.count
        // It stops at the first byte that differs, at the byte 0 behind the window at the latest.
        guard name.elementsEqual(UnsafeBufferPointer(start: place, count: name.count)) else {
          return false
        }
        place += name.count
        _ = WhiteSpace.skip(&place, lines: &lines)
        guard place[0] == UInt8(ascii: ">") else { return false }
        place += 1
      } else {
        var next = place + tokens.start.count
        guard tokens.start.stands(at: place), open.count < Self.depthBound,
          let name = Self.scanName(&next)
        else { return false }
        place = next
        guard
          let tagEnd = attributes.scanTag(&place, lines: &lines, prefixes: prefixes)
        else { return false }
        if open.count == 1 { note(name) }
        if tagEnd == .open { open.append(name) }
      }
      // What is between the tags of such an element counts for nothing, but must be text.
      if !open.isEmpty {
        guard ScannedText.scan(&place, lines: &lines, scratch: &scratch) != nil else {
          return false
        }
      }
    } while !open.isEmpty
    return true
  }

  /// Takes over a property of a run whose tag has just been read.
  private mutating func note(_ name: UnsafeBufferPointer<UInt8>) {
    let slice = XMLSlice(name)
    guard slice == "strike" || slice == "vertAlign" else { return }
    look.formUnion(
      FontLook(property: slice, value: attributes.value("val").map { XMLSlice($0) }))
  }

  /// Steps over a name of ASCII letters and digits.
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
