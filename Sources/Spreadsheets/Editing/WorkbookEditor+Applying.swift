import OpenPackaging

extension WorkbookEditor {
  /// Applies the changes of all sheets, and their effects on strings, styles and the calculation.
  func applySheets(
    to package: inout PackageEdit, _ main: inout WorkbookPartEdit, active: Int?
  ) throws {
    var styles = styles
    var strings: StringsEdit?
    var hasStrings = true
    var losesFormula = false
    var changesValues = false
    if let active, sheets[active] == nil, workbook.sheets.indices.contains(active),
      workbook.sheets[active].hasCells
    {
      _ = try place(ofSheet: workbook.sheets[active].name)
    }
    for (place, var sheet) in sheets.sorted(by: { $0.key < $1.key }) {
      if active != nil { sheet.unselect() }
      if let comments = comments[place] {
        try add(comments, to: &sheet, at: place, &package)
      }
      changesValues = changesValues || sheet.changes.values.contains { $0.content != nil }
      let resources = SheetEdit.Resources(
        restyled: { try styles?.index(of: $0, changedBy: $1) ?? $0 },
        sharedString: { text in
          if hasStrings, strings == nil { strings = try self.loadStrings() }
          hasStrings = strings != nil
          return strings?.index(of: text)
        })
      let outcome: SheetEdit.Outcome
      do { outcome = try sheet.apply(resources) } catch let error as WorkbookEditorError {
        let name = workbook.sheets[place].name
        throw WorkbookEditorError(error.reason, part: error.part, sheet: name, cell: error.cell)
      }
      losesFormula = losesFormula || outcome.losesFormula
      if outcome.bytes != sheet.part.stored {
        package.replace(sheet.part.name, with: outcome.bytes)
      }
    }
    if let strings, strings.isChanged { package.replace(strings.name, with: strings.bytes()) }
    if let styles, styles.isChanged { try add(styles, to: &package) }
    if losesFormula, let chain = try workbook.linkedPart("calcChain") {
      try package.remove(chain, from: workbook.part)
    }
    if changesValues { main.recalculates = try hasFormulas() }
  }

  private func add(_ styles: StylesEdit, to package: inout PackageEdit) throws {
    if let part = stylesPart { return package.replace(part, with: styles.bytes()) }
    try package.add(
      styles.name, styles.bytes(), contentType: OfficeNamespace.spreadsheetType + "styles+xml")
    _ = try package.relate(
      workbook.part, type: try linkType("styles"),
      target: styles.name.reference(from: workbook.part))
  }

  /// The shared strings for adding to; `nil` if texts are written as inline strings.
  private func loadStrings() throws -> StringsEdit? {
    guard let part = try workbook.linkedPart("sharedStrings") else { return nil }
    do {
      return try StringsEdit(PackageEdit.editable(part, in: workbook.container))
    } catch is WorkbookEditorError {
      return nil
    }
  }

  /// Whether any cell of the workbook has a formula, whose cached value may now be stale.
  private func hasFormulas() throws -> Bool {
    if sheets.values.contains(where: { sheet in
      sheet.index.hasFormulas
        || sheet.changes.values.contains {
          if case .content(.formula) = $0.content { return true }
          return false
        }
    }) {
      return true
    }
    if try workbook.linkedPart("calcChain") != nil { return true }
    for sheet in workbook.sheets where sheet.hasCells && sheets[sheet.index] == nil {
      guard let part = try? workbook.part(of: sheet) else { continue }
      let text = try PackageEdit.text(of: part, in: workbook.container)
      if Self.mentionsFormula(text) { return true }
    }
    return false
  }

  /// Whether a sheet's bytes contain `<f>` or `<p:f …>`.
  private static func mentionsFormula(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { bytes in
      var place = 1
      while place + 1 < bytes.count {
        if bytes[place] == UInt8(ascii: "f"),
          bytes[place - 1] == UInt8(ascii: "<") || bytes[place - 1] == UInt8(ascii: ":"),
          [0x3E, 0x20, 0x2F, 0x0A, 0x09, 0x0D].contains(bytes[place + 1])
        {
          return true
        }
        place += 1
      }
      return false
    }
  }

  private func add(
    _ comments: [CommentsEdit.Comment], to sheet: inout SheetEdit, at place: Int,
    _ package: inout PackageEdit
  ) throws {
    let part = sheet.part.name
    let links = try workbook.container.relationships(of: part)
    let known = links.first("comments").flatMap { workbook.container.part($0) }
    let edit: CommentsEdit
    if let known {
      edit = try CommentsEdit(
        adding: comments, to: PackageEdit.editable(known, in: workbook.container))
      package.replace(known, with: edit.bytes)
    } else {
      guard let name = package.freeName("/xl/comments", ".xml") else { return }
      let empty = CommentsEdit.empty(namespace: sheet.part.namespace)
      edit = try CommentsEdit(
        adding: comments, to: EditablePart(name, empty, limits: workbook.limits))
      try package.add(
        name, edit.bytes, contentType: OfficeNamespace.spreadsheetType + "comments+xml")
      _ = try package.relate(
        part, type: try linkType("comments"), target: name.reference(from: part))
    }
    try addShapes(edit.newNotes, to: &sheet, at: place, links, &package)
  }

  /// Adds shapes for new comments, without which Excel does not show them.
  private func addShapes(
    _ notes: [CommentShapes.Note], to sheet: inout SheetEdit, at place: Int, _ links: Relationships,
    _ package: inout PackageEdit
  ) throws {
    guard !notes.isEmpty else { return }
    let part = sheet.part.name
    let drawing = sheet.index.drawingLink.flatMap { links[$0] }
      .flatMap { workbook.container.part($0) }
    if let drawing {
      let shapes = CommentShapes(try PackageEdit.bytes(of: drawing, in: workbook.container))
      guard let bytes = shapes.adding(notes) else {
        throw WorkbookEditorError(.unusualMarkup, part: drawing.path)
      }
      return package.replace(drawing, with: bytes)
    }
    guard let name = package.freeName("/xl/drawings/vmlDrawing", ".vml"),
      let bytes = CommentShapes(sheet: place).adding(notes)
    else { return }
    try package.add(
      name, bytes, contentType: "application/vnd.openxmlformats-officedocument.vmlDrawing")
    // VML is not part of the strict standard; Excel uses the same relationship type in both.
    let link = try package.relate(
      part, type: SpreadsheetNamespaces.transitionalRelationships + "/vmlDrawing",
      target: name.reference(from: part))
    sheet.addDrawing(link)
  }
}
