import OpenPackaging

extension WorkbookEditor {
  /// Registers a style for an added sheet; equal styles are stored once.
  ///
  /// - Throws: ``WorkbookWriterError`` for an invalid style, or ``WorkbookEditorError`` if the styles cannot
  ///   be changed.
  public func style(_ style: CellStyle) throws -> StyleIndex {
    try loadStyles()
    guard let index = try styles?.index(of: style) else { return .standard }
    return index
  }

  /// Adds a sheet after the others, or at index `place`, from 0; `body` writes its rows.
  ///
  /// Its texts are inline strings, so the shared strings do not change. Styles come from ``style(_:)``. With
  /// ``SheetLayout/isActive`` the sheet is shown when the workbook opens.
  ///
  /// - Throws: ``WorkbookEditorError`` for a name that is in use or invalid, or what `body` throws.
  public func addSheet(
    _ name: String, at place: Int? = nil, _ layout: SheetLayout = SheetLayout(),
    _ body: (SheetWriter) throws -> Void
  ) throws {
    if let fault = SheetName.fault(of: name) {
      throw WorkbookEditorError(.sheet(fault), sheet: name)
    }
    let taken = workbook.sheets.map(\.name) + newSheets.map(\.name)
    guard !taken.contains(where: { $0.lowercased() == name.lowercased() }) else {
      throw WorkbookEditorError(.sheet(.sheetNameTwice), sheet: name)
    }
    try layout.check(sheet: name, in: identity)
    let place = place ?? taken.count
    let host = NewSheetHost(self)
    let sheet = SheetWriter(
      name: name, layout: layout, place: place, host: host, isStrict: try isStrict)
    try body(sheet)
    let bytes = try sheet.finish()
    newSheets.append(
      NewSheet(
        name: name, place: place, layout: layout, bytes: bytes,
        addresses: sheet.features.addresses, filter: sheet.features.filter))
  }

  /// Defines a name for a formula, in the workbook or on one sheet, replacing an existing one.
  ///
  /// - Throws: ``WorkbookWriterError`` for a name that Excel rejects.
  public func define(_ name: String, as formula: String, onSheet sheet: String? = nil) throws {
    guard DefinedNameEntry.isValid(name) else {
      throw WorkbookWriterError(.definedName(name), sheet: sheet)
    }
    let units = formula.utf16.count
    guard (1...8192).contains(units) else {
      throw WorkbookWriterError(.formulaLength(units), sheet: sheet)
    }
    if let sheet {
      let known = workbook.sheets.map(\.name) + newSheets.map(\.name)
      guard known.contains(where: { $0.lowercased() == sheet.lowercased() }) else {
        throw WorkbookWriterError(.definedNameSheet(sheet))
      }
    }
    names.removeAll {
      $0.name.lowercased() == name.lowercased() && $0.sheet?.lowercased() == sheet?.lowercased()
    }
    names.append(DefinedNameEntry(name: name, formula: formula, sheet: sheet))
  }

  /// Sets a custom property, replacing an existing one.
  ///
  /// - Throws: ``WorkbookWriterError`` for an invalid name or value.
  public func set(_ property: CustomProperty) throws {
    try WorkbookProperties(custom: [property]).check()
    customProperties.removeAll { $0.name.lowercased() == property.name.lowercased() }
    customProperties.append(property)
  }

  /// Whether the workbook uses the strict namespaces.
  var isStrict: Bool {
    get throws {
      if let knownStrict { return knownStrict }
      let part = try WorkbookEditorError.naming {
        try PackageEdit.editable(workbook.part, in: workbook.container)
      }
      let isStrict = part.namespace == SpreadsheetNamespaces.strict
      knownStrict = isStrict
      return isStrict
    }
  }
}

/// Provides an added sheet with the resources of the workbook.
private final class NewSheetHost: SheetHost {
  private let editor: WorkbookEditor
  var identity: WorkbookIdentity { editor.identity }

  init(_ editor: WorkbookEditor) { self.editor = editor }

  func sharedString(_ text: UnsafeBufferPointer<UInt8>) -> Int? { nil }

  func differentialStyle(_ style: DifferentialStyle) throws -> Int {
    try editor.loadStyles()
    return try editor.styles?.index(of: style) ?? 0
  }
}
