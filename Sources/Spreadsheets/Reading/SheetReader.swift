import Diagnostics
import XMLStreams

/// Reads a worksheet part with libxml2.
///
/// Its state changes with every tag; checks for exclusive access would take as long as libxml2. One thread
/// reads a sheet, and the callbacks of a parse are never nested.
///
/// Source: ECMA-376-1:2016, 18.3.1.99 `worksheet`.
final class SheetReader<Sink: CellSink>: XMLHandler {
  private let cells: CellAssembler<Sink>
  @exclusivity(unchecked) private var namespace = MainNamespace()
  @exclusivity(unchecked) private var stack = ElementStack<SheetElement>()
  @exclusivity(unchecked) private var value = TextBuffer()
  @exclusivity(unchecked) private var inline: [UInt8] = []
  @exclusivity(unchecked) private var formula: [UInt8] = []
  @exclusivity(unchecked) private var piece: [UInt8] = []
  @exclusivity(unchecked) private var hasValue = false
  @exclusivity(unchecked) private var hasInline = false
  private var spans: [TextSpan] = []
  private var look: FontLook = []
  private var runStart = 0
  private var formulaGroup: UInt32?
  private var isFormulaMaster = false
  @exclusivity(unchecked) private var isRowResumed = false
  private var validation = DataValidation(ranges: [], type: "none")

  init(_ cells: CellAssembler<Sink>) { self.cells = cells }

  /// Whether the innermost open element is `<sheetData>`.
  var isInData: Bool { stack.current == .data }

  /// The prefixes declared by the root and `<sheetData>`.
  private(set) var boundPrefixes = BoundPrefixes()

  /// Announces that the next row has already begun: the scanner has read its first cells.
  func resumeRow() { isRowResumed = true }

  func startElement(_ tag: XMLTag, at position: XMLPosition) throws {
    cells.line = position.line
    let isMain = namespace.contains(tag)
    if stack.isEmpty {
      let isSheet = tag.isNamed("worksheet") || tag.isNamed("macrosheet")
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

  private func enter(_ tag: XMLTag) throws -> SheetElement? {
    switch stack.current {
    case .data where tag.isNamed("row"):
      if isRowResumed {
        isRowResumed = false
        return .row
      }
      try cells.beginRow(r: tag.attributes["r"], hidden: tag.attributes["hidden"])
      return .row
    case .row where tag.isNamed(letter: UInt8(ascii: "c")):
      try beginCell(tag.attributes)
      return .cell
    case .cell where tag.isNamed(letter: UInt8(ascii: "v")):
      guard !hasValue else { throw cells.fault(.malformedCell, Fault.severalValues) }
      hasValue = true
      return .value
    case .cell where tag.isNamed(letter: UInt8(ascii: "f")):
      beginFormula(tag.attributes)
      return .formula
    case .cell where tag.isNamed("is"):
      hasInline = true
      return .inline
    case .inline where tag.isNamed(letter: UInt8(ascii: "r")):
      (look, runStart) = ([], inline.count)
      return .run
    case .run where tag.isNamed("rPr"): return .properties
    case .properties: look.formUnion(FontLook(property: tag))
    case .inline where tag.isNamed(letter: UInt8(ascii: "t")),
      .run where tag.isNamed(letter: UInt8(ascii: "t")):
      return .text
    case .sheet: return try enterSheetChild(tag)
    case .merges where tag.isNamed("mergeCell"): try addMerge(tag.attributes["ref"])
    case .columns where tag.isNamed("col"): addColumns(tag.attributes)
    case .validations where tag.isNamed("dataValidation"):
      beginValidation(tag.attributes)
      return .validation
    case .validation where tag.isNamed("formula1"): return .formula1
    case .validation where tag.isNamed("formula2"): return .formula2
    default: return nil
    }
    return .leaf
  }

  private func enterSheetChild(_ tag: XMLTag) throws -> SheetElement? {
    switch true {
    case tag.isNamed("sheetData"):
      boundPrefixes.add(tag.declarations)
      return .data
    case tag.isNamed("mergeCells"): return .merges
    case tag.isNamed("cols"): return .columns
    case tag.isNamed("dataValidations"): return .validations
    case tag.isNamed("dimension"):
      cells.details.claimedDimension = tag.attributes["ref"].flatMap { CellRange($0.string) }
    case tag.isNamed("sheetProtection"): addProtection(tag.attributes)
    default: return nil
    }
    return .leaf
  }

  func characters(_ text: XMLSlice) {
    switch stack.current {
    case .value: value.append(text.bytes)
    case .text, .formula1, .formula2: piece.append(contentsOf: text.bytes)
    case .formula where cells.wantsFormulas: piece.append(contentsOf: text.bytes)
    default: break
    }
  }

  func endElement(_ tag: XMLTag, at position: XMLPosition) throws {
    cells.line = position.line
    switch stack.leave() {
    case .cell: try endCell()
    case .run:
      if !look.isEmpty, inline.count > runStart {
        spans.append(TextSpan(range: runStart..<inline.count, look: look))
      }
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
    value.removeAll()
    if !inline.isEmpty { inline.removeAll(keepingCapacity: true) }
    if !spans.isEmpty { spans = [] }
    if !formula.isEmpty { formula.removeAll(keepingCapacity: true) }
    hasValue = false
    hasInline = false
    var (r, s, t): (XMLSlice?, XMLSlice?, XMLSlice?) = (nil, nil, nil)
    for index in 0..<attributes.count {
      switch attributes.letter(at: index) {
      case UInt8(ascii: "r"): r = attributes.value(at: index)
      case UInt8(ascii: "s"): s = attributes.value(at: index)
      case UInt8(ascii: "t"): t = attributes.value(at: index)
      default: break
      }
    }
    try cells.beginCell(r: r, s: s, t: t)
  }

  private func beginFormula(_ attributes: XMLAttributes) {
    formulaGroup = SharedFormulas.group(t: attributes["t"], si: attributes["si"])
    isFormulaMaster = attributes["ref"] != nil
  }

  private func endFormula() throws {
    guard cells.wantsFormulas else { return }
    try piece.withUnsafeBufferPointer { text in
      try cells.takeFormula(
        text, group: formulaGroup, isMaster: isFormulaMaster, to: &formula)
    }
    piece.removeAll(keepingCapacity: true)
  }

  private func endCell() throws {
    if !hasInline, formula.isEmpty {
      let none = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
      return try value.withBytes {
        try cells.endCell(value: hasValue ? $0 : nil, inline: nil, formula: none)
      }
    }
    try value.withBytes { value in
      try inline.withUnsafeBufferPointer { inline in
        try formula.withUnsafeBufferPointer { formula in
          try cells.endCell(
            value: hasValue ? value : nil, inline: hasInline ? inline : nil, formula: formula,
            spans: spans)
        }
      }
    }
  }
}

extension SheetReader {
  private func addMerge(_ ref: XMLSlice?) throws {
    // An invalid range merges nothing; the cells matter more.
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
