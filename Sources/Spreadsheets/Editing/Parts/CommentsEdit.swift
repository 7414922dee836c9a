import OpenPackaging

/// The comments of a sheet, for adding more.
///
/// Source: ECMA-376-1:2016, 18.7 (comments).
struct CommentsEdit {
  /// A comment to add.
  struct Comment: Hashable {
    var cell: CellReference
    var text: String
    var author: String
  }

  /// The part with all comments.
  let bytes: [UInt8]
  /// The comments of cells that had none before, and so need a shape.
  let newNotes: [CommentShapes.Note]

  /// Adds `comments` to `part`; an existing comment of a cell is extended.
  init(adding comments: [Comment], to part: EditablePart) throws {
    var part = part
    let children = part.children
    guard let authors = children.first(where: { $0.name == "authors" }),
      let list = children.first(where: { $0.name == "commentList" }), part.isNamed("comments")
    else { throw WorkbookEditorError(.unusualMarkup, part: part.name.path) }
    var known = part.children(in: authors.content).map {
      MarkupText.resolved(part.bytes[$0.content])
    }
    let entries = part.children(in: list.content).filter { $0.name == "comment" }
    var (newAuthors, markup, notes): ([UInt8], [UInt8], [CommentShapes.Note]) = ([], [], [])
    for (cell, group) in Self.grouped(comments) {
      let text = group.map(\.text).joined(separator: "\n")
      let entry = entries.first {
        part.value("ref", of: $0.tag).flatMap { CellReference($0) } == cell
      }
      if let entry {
        Self.append(text, to: entry, in: &part)
        continue
      }
      let author = group[0].author
      if !known.contains(author) {
        known.append(author)
        newAuthors += Self.element("author", MarkupText.escaped(author), in: part)
      }
      let place = known.firstIndex(of: author) ?? 0
      let prefix = String(decoding: part.prefix, as: UTF8.self)
      markup += Array((part.open("comment") + " ref=\"\(cell)\" authorId=\"\(place)\">").utf8)
      markup += Self.element("text", CellMarkup.element("t", text, prefix: prefix), in: part)
      markup += Array(part.close("comment").utf8)
      notes.append(.init(cell: cell, text: text))
    }
    if !newAuthors.isEmpty { part.append(newAuthors, to: authors) }
    if !markup.isEmpty { part.append(markup, to: list) }
    bytes = part.edited
    newNotes = notes
  }

  /// A comments part without a comment.
  static func empty(namespace: String) -> [UInt8] {
    Array(
      """
      <?xml version="1.0" encoding="UTF-8" standalone="yes"?>
      <comments xmlns="\(namespace)"><authors></authors><commentList></commentList></comments>
      """.utf8)
  }

  /// The comments by cell, in the order of cells.
  private static func grouped(_ comments: [Comment]) -> [(CellReference, [Comment])] {
    Dictionary(grouping: comments, by: \.cell).sorted { $0.key < $1.key }
      .map { ($0.key, $0.value) }
  }

  /// Adds a line of text to a comment, or the first line if it has no text.
  private static func append(
    _ text: String, to comment: EditablePart.Child, in part: inout EditablePart
  ) {
    let body = part.children(in: comment.content).first { $0.name == "text" }
    let prefix = String(decoding: part.prefix, as: UTF8.self)
    guard let body, !body.content.isEmpty else {
      let content = CellMarkup.element("t", text, prefix: prefix)
      if let body { return part.append(content, to: body) }
      return part.append(element("text", content, in: part), to: comment)
    }
    let runs = part.children(in: body.content)
    let escaped = MarkupText.escaped(CellText.encoded("\n" + text))
    if let plain = runs.first(where: { $0.name == "t" }), plain.tag.kind == .start {
      part.splices.insert(escaped, at: plain.content.upperBound)
      part.set("xml:space", "preserve", of: plain.tag)
      return
    }
    let run = element("r", CellMarkup.element("t", "\n" + text, prefix: prefix), in: part)
    let end = runs.last { $0.name == "r" }?.range.upperBound ?? body.content.lowerBound
    part.splices.insert(run, at: end)
  }

  private static func element(_ name: String, _ content: [UInt8], in part: EditablePart) -> [UInt8]
  {
    Array((part.open(name) + ">").utf8) + content + Array(part.close(name).utf8)
  }
}
