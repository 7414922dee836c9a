/// The VML drawing with which Excel shows comments, for adding shapes.
///
/// VML is often not well-formed, so it is edited as text: shapes are inserted before its last end tag.
/// Source: ECMA-376-4:2016, 14 (VML) and 19.4 (spreadsheet drawing).
struct CommentShapes {
  /// A comment that is shown next to its cell.
  struct Note {
    var cell: CellReference
    var text: String

    /// The height of the note in rows; Excel shows only the text that fits.
    var rows: Int {
      // Three columns of the default width fit about 26 narrow or 13 wide characters in a line.
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.unicodeScalars.reduce(0) { $0 + ($1.value >= 0x2E80 ? 2 : 1) } / 26 + 1
      }
      return min(max(5, lines.reduce(1, +)), 30)
    }
  }

  private var text: [UInt8]

  /// Takes the bytes of a drawing.
  init(_ bytes: [UInt8]) { text = bytes }

  /// Makes a drawing for the sheet at index `place`.
  init(sheet place: Int) {
    text = Array(
      """
      <xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" \
      xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">\
      <o:idmap v:ext="edit" data="\(place + 1)"/></o:shapelayout></xml>
      """.utf8)
    next = (place + 1) * 1024 + 1
  }

  private var next: Int?

  /// Adds a shape for each comment; `nil` if the drawing has no end tag.
  func adding(_ notes: [Note]) -> [UInt8]? {
    guard let end = Self.lastIndex(of: Array("</xml>".utf8), in: text) else { return nil }
    var number = next ?? (greatestNumber + 1)
    var markup = contains("_x0000_t202") ? "" : Self.shapeType
    for note in notes {
      markup += Self.shape(note, number)
      number += 1
    }
    return Array(text[..<end]) + Array(markup.utf8) + Array(text[end...])
  }

  /// The greatest number of a shape, as in `_x0000_s1025`.
  private var greatestNumber: Int {
    var greatest = 1024
    var place = 0
    let mark = Array("_x0000_s".utf8)
    while place + mark.count < text.count {
      guard text[place..<place + mark.count].elementsEqual(mark) else {
        place += 1
        continue
      }
      place += mark.count
      let digits = text[place...].prefix(9).prefix { (0x30...0x39).contains($0) }
      greatest = max(greatest, Int(String(decoding: digits, as: UTF8.self)) ?? 0)
    }
    return greatest
  }

  private func contains(_ part: String) -> Bool {
    Self.lastIndex(of: Array(part.utf8), in: text) != nil
  }

  private static func lastIndex(of part: [UInt8], in text: [UInt8]) -> Int? {
    guard text.count >= part.count else { return nil }
    return (0...(text.count - part.count)).reversed().first {
      text[$0] == part[0] && text[$0..<$0 + part.count].elementsEqual(part)
    }
  }

  private static let shapeType = """
    <v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" \
    path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>\
    <v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>
    """

  /// A note next to its cell, hidden until the pointer is over the cell.
  private static func shape(_ note: Note, _ number: Int) -> String {
    let (row, column) = (note.cell.row - 1, note.cell.column - 1)
    let top = max(row - 1, 0)
    return """
      <v:shape id="_x0000_s\(number)" type="#_x0000_t202" style="position:absolute;\
      margin-left:80pt;margin-top:5pt;width:200pt;height:\(note.rows * 18)pt;z-index:\(number % 1024);\
      visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>\
      <v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>\
      <v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>\
      <x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>\
      <x:Anchor>\(column + 1), 15, \(top), 10, \(column + 4), 15, \(top + note.rows), 4</x:Anchor>\
      <x:AutoFill>False</x:AutoFill><x:Row>\(row)</x:Row><x:Column>\(column)</x:Column>\
      </x:ClientData></v:shape>
      """
  }
}
