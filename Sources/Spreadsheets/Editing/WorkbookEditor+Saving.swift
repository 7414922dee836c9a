import OpenPackaging
import ZipFiles

extension WorkbookEditor {
  /// Writes the workbook with all changes to `path`, which may be the path it was read from.
  ///
  /// An existing file is replaced in one step when the new one is complete; a symbolic link stays a link, and
  /// permissions are kept. A device or a pipe receives the bytes when all are ready.
  ///
  /// - Throws: ``WorkbookEditorError`` if a part cannot be changed or the file cannot be written,
  ///   ``WorkbookError`` if a part cannot be read; the file at `path` is then unchanged.
  public func save(to path: String) throws {
    try WorkbookEditorError.naming { try edited().save(to: path) }
  }

  /// Writes the workbook with all changes into the file at `path`, which must not be the one it was read
  /// from.
  ///
  /// The caller then moves the file into place, or removes it on failure.
  ///
  /// - Throws: As ``save(to:)``.
  package func write(into path: String) throws {
    try WorkbookEditorError.naming { try edited().write(into: path) }
  }

  private func edited() throws -> ZipEditor {
    let edit = try changes()
    var editor = workbook.container.editor
    for (part, bytes) in edit.replaced.sorted(by: { $0.key.path < $1.key.path }) {
      try editor.set(part.entryName, bytes)
    }
    for part in edit.added { try editor.set(part.name.entryName, part.bytes) }
    for part in edit.removed { editor.remove(part.entryName) }
    return editor
  }

  /// The new bytes of all changed parts.
  private func changes() throws -> PackageEdit {
    var package = PackageEdit(workbook.container)
    var main = try WorkbookPartEdit(
      PackageEdit.editable(workbook.part, in: workbook.container))
    let active = try addSheets(to: &package, &main)
    try applySheets(to: &package, &main, active: active)
    for table in tables.values.joined() where table.isChanged {
      package.replace(table.part.name, with: table.bytes())
    }
    try defineNames(in: &main)
    if !customProperties.isEmpty { try setProperties(in: &package) }
    let bytes = main.bytes()
    if bytes != (try PackageEdit.bytes(of: workbook.part, in: workbook.container)) {
      package.replace(workbook.part, with: bytes)
    }
    try package.finish()
    return package
  }

  /// Adds the new sheets; returns the former index of the sheet that is no longer active.
  private func addSheets(
    to package: inout PackageEdit, _ main: inout WorkbookPartEdit
  ) throws -> Int? {
    var shown: String?
    var order: [String] = workbook.sheets.map(\.name)
    for sheet in newSheets {
      guard let part = package.freeName("/xl/worksheets/sheet", ".xml") else { continue }
      try package.add(
        part, sheet.bytes, contentType: OfficeNamespace.spreadsheetType + "worksheet+xml")
      for address in sheet.addresses {
        _ = try package.relate(
          part, type: try linkType("hyperlink"), target: address, isExternal: true)
      }
      let link = try package.relate(
        workbook.part, type: try linkType("worksheet"),
        target: part.reference(from: workbook.part))
      main.addSheet(sheet.name, link: link, at: sheet.place)
      order.insert(sheet.name, at: min(max(sheet.place, 0), order.count))
      if sheet.layout.isActive { shown = sheet.name }
    }
    guard let shown else { return nil }
    main.active = order.firstIndex(of: shown)
    return main.formerActive
  }

  private func defineNames(in main: inout WorkbookPartEdit) throws {
    var order = workbook.sheets.map(\.name)
    for sheet in newSheets { order.insert(sheet.name, at: min(max(sheet.place, 0), order.count)) }
    for entry in names {
      let place = entry.sheet.flatMap { sheet in
        order.firstIndex { $0.lowercased() == sheet.lowercased() }
      }
      main.define(.init(entry: entry, sheet: place))
    }
    for sheet in newSheets {
      let state = WorkbookState.Sheet(name: sheet.name, layout: sheet.layout, filter: sheet.filter)
      for entry in DefinedNameEntry.builtIn(of: state) {
        main.define(.init(entry: entry, sheet: order.firstIndex(of: sheet.name)))
      }
    }
  }

  private func setProperties(in package: inout PackageEdit) throws {
    let links = try workbook.container.relationships()
    let link = links.first("custom-properties") ?? links.first("customProperties")
    if let part = link.flatMap({ workbook.container.part($0) }) {
      var edit = try CustomPropertiesEdit(PackageEdit.editable(part, in: workbook.container))
      try edit.set(customProperties)
      package.replace(part, with: edit.bytes)
      return
    }
    guard
      let part = package.freeName("/docProps/custom", ".xml").map({ _ in "/docProps/custom.xml" })
        .flatMap({ PartName($0) })
    else { return }
    try package.add(
      part, try PropertyParts.custom(customProperties), contentType: OfficeNamespace.customType)
    let type =
      try isStrict
      ? SpreadsheetNamespaces.strictRelationships + "/customProperties"
      : SpreadsheetNamespaces.transitionalRelationships + "/custom-properties"
    _ = try package.relate(nil, type: type, target: "docProps/custom.xml")
  }

  /// The type of a relationship in the namespaces of the workbook.
  func linkType(_ kind: String) throws -> String {
    (try isStrict
      ? SpreadsheetNamespaces.strictRelationships
      : SpreadsheetNamespaces.transitionalRelationships) + "/" + kind
  }
}
