import Limits
import XMLStreams

/// Reads a sheet's part by way of libxml2.
///
/// Source: ECMA-376-1:2016, 18.3.1.99 `worksheet`.
final class SheetReader<Sink: CellSink>: XMLHandler {
  private enum State {
    case sheet, data, row, cell, value, formula, inline, run, text, leaf
    case merges, columns, validations, validation, formula1, formula2
  }

  private let cells: CellAssembler<Sink>
  private var stack = ElementStack<State>()
  private var value: [UInt8] = []
  private var inline: [UInt8] = []
  private var formula: [UInt8] = []
  private var piece: [UInt8] = []
  private var hasValue = false
  private var hasInline = false
  private var formulaGroup: UInt32?
  private var isFormulaMaster = false
  private var isRowResumed = false
  private var validation = DataValidation(ranges: [], type: "none")

  init(_ cells: CellAssembler<Sink>) { self.cells = cells }

  /// Whether the innermost open element is `<sheetData>`.
  var isInData: Bool { stack.current == .data }

  /// The prefixes that are bound inside `<sheetData>`.
  private(set) var boundPrefixes = BoundPrefixes()

  /// Says that the next row has begun already: somebody else has read its first cells.
  func resumeRow() { isRowResumed = true }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    cells.line = position.line
    let isMain = SpreadsheetNamespaces.isMain(tag.namespace)
    if stack.isEmpty {
      let isSheet = tag.localName == "worksheet" || tag.localName == "macrosheet"
      guard isSheet, isMain || tag.namespace == Self.macroNamespace else {
        throw cells.fault(.malformedPart, Fault.root(expected: "worksheet"), inCell: false)
      }
      boundPrefixes.add(tag.declarations)
      return stack.enter(.sheet)
    }
    guard isMain || tag.namespace == Self.macroNamespace else { return stack.enterForeign(tag) }
    stack.enter(try enter(tag))
  }

  /// The namespace of the root of an Excel 4 macro sheet (MS-XLSX, 2.3.2).
  private static var macroNamespace: StaticString {
    "http://schemas.microsoft.com/office/excel/2006/main"
  }

  private func enter(_ tag: XMLTag) throws -> State? {
    let name = tag.localName
    switch stack.current {
    case .data where name == "row":
      if isRowResumed {
        isRowResumed = false
        return .row
      }
      try cells.beginRow(r: tag.attributes["r"], hidden: tag.attributes["hidden"])
      return .row
    case .row where name == "c":
      try beginCell(tag.attributes)
      return .cell
    case .cell where name == "v":
      hasValue = true
      return .value
    case .cell where name == "f":
      beginFormula(tag.attributes)
      return .formula
    case .cell where name == "is":
      hasInline = true
      return .inline
    case .inline where name == "r": return .run
    case .inline where name == "t", .run where name == "t": return .text
    case .sheet: return try enterSheetChild(tag)
    case .merges where name == "mergeCell": try addMerge(tag.attributes["ref"])
    case .columns where name == "col": addColumns(tag.attributes)
    case .validations where name == "dataValidation":
      beginValidation(tag.attributes)
      return .validation
    case .validation where name == "formula1": return .formula1
    case .validation where name == "formula2": return .formula2
    default: return nil
    }
    return .leaf
  }

  private func enterSheetChild(_ tag: XMLTag) throws -> State? {
    switch tag.localName {
    case _ where tag.localName == "sheetData":
      boundPrefixes.add(tag.declarations)
      return .data
    case _ where tag.localName == "mergeCells": return .merges
    case _ where tag.localName == "cols": return .columns
    case _ where tag.localName == "dataValidations": return .validations
    case _ where tag.localName == "dimension":
      cells.details.claimedDimension = tag.attributes["ref"].flatMap { CellRange($0.string) }
    case _ where tag.localName == "sheetProtection": addProtection(tag.attributes)
    default: return nil
    }
    return .leaf
  }

  func characters(_ text: XMLSlice) {
    switch stack.current {
    case .value: value.append(contentsOf: text.bytes)
    case .text, .formula1, .formula2: piece.append(contentsOf: text.bytes)
    case .formula where cells.wantsFormulas: piece.append(contentsOf: text.bytes)
    default: break
    }
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    cells.line = position.line
    switch stack.leave() {
    case .cell: try endCell()
    case .row: try cells.endRow()
    case .text:
      piece.withUnsafeBufferPointer { EscapedText.append($0, to: &inline) }
      piece.removeAll(keepingCapacity: true)
    case .formula: try endFormula()
    case .formula1: validation.formula1 = takePiece()
    case .formula2: validation.formula2 = takePiece()
    case .validation: try addValidation()
    default: break
    }
  }

  private func takePiece() -> String {
    defer { piece.removeAll(keepingCapacity: true) }
    return String(decoding: piece, as: UTF8.self)
  }
}

extension SheetReader {
  private func beginCell(_ attributes: XMLAttributes) throws {
    value.removeAll(keepingCapacity: true)
    inline.removeAll(keepingCapacity: true)
    formula.removeAll(keepingCapacity: true)
    (hasValue, hasInline) = (false, false)
    try cells.beginCell(r: attributes["r"], s: attributes["s"], t: attributes["t"])
  }

  private func beginFormula(_ attributes: XMLAttributes) {
    formulaGroup = SharedFormulas.group(t: attributes["t"], si: attributes["si"])
    isFormulaMaster = attributes["ref"] != nil
  }

  private func endFormula() throws {
    guard cells.wantsFormulas else { return }
    try piece.withUnsafeBufferPointer { text in
      try cells.appendFormula(
        text, group: formulaGroup, isMaster: isFormulaMaster, to: &formula)
    }
    piece.removeAll(keepingCapacity: true)
  }

  private func endCell() throws {
    try value.withUnsafeBufferPointer { value in
      try inline.withUnsafeBufferPointer { inline in
        try formula.withUnsafeBufferPointer { formula in
          try cells.endCell(
            value: hasValue ? value : nil, inline: hasInline ? inline : nil, formula: formula)
        }
      }
    }
  }
}

extension SheetReader {
  private func addMerge(_ ref: XMLSlice?) throws {
    // A range that is none merges nothing; the cells are what counts.
    guard let range = ref.flatMap({ CellRange($0.string) }) else { return }
    try cells.source.limits.check(.mergedRanges, cells.details.mergedRanges.count + 1)
    cells.details.mergedRanges.append(range)
  }

  private func addColumns(_ attributes: XMLAttributes) {
    guard let hidden = attributes["hidden"], hidden == "1" || hidden == "true",
      let first = attributes["min"].flatMap({ WholeNumber.parse($0.bytes) }), first >= 1,
      let last = attributes["max"].flatMap({ WholeNumber.parse($0.bytes) }), last >= first,
      first <= CellReference.maximumColumn,
      cells.details.hiddenColumns.count < CellReference.maximumColumn
    else { return }
    cells.details.hiddenColumns.append(first...min(last, CellReference.maximumColumn))
  }

  private func addProtection(_ attributes: XMLAttributes) {
    guard let isOn = attributes["sheet"], isOn == "1" || isOn == "true" else { return }
    let hasPassword = attributes["password"] != nil || attributes["hashValue"] != nil
    cells.details.protection = SheetProtection(hasPassword: hasPassword)
  }

  private func beginValidation(_ attributes: XMLAttributes) {
    let isTrue = { (name: StaticString) in
      attributes[name].map { $0 == "1" || $0 == "true" } ?? false
    }
    validation = DataValidation(
      ranges: (attributes["sqref"]?.string ?? "").split(separator: " ").compactMap {
        CellRange($0)
      },
      type: attributes["type"]?.string ?? "none",
      comparison: attributes["operator"]?.string ?? "between",
      allowsBlank: isTrue("allowBlank"), prompt: attributes["prompt"]?.string ?? "",
      errorMessage: attributes["error"]?.string ?? "")
  }

  private func addValidation() throws {
    try cells.source.limits.check(.dataValidations, cells.details.dataValidations.count + 1)
    cells.details.dataValidations.append(validation)
  }
}
