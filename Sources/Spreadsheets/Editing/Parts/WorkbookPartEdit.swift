import OpenPackaging

/// The workbook part, to which sheets and names are added.
///
/// Source: ECMA-376-1:2016, 18.2.27 `workbook`.
struct WorkbookPartEdit {
  private var part: EditablePart
  private let sheets: EditablePart.Child
  private let entries: [EditablePart.Child]
  /// For each sheet in the new order, its former index; `nil` for a new one.
  private var order: [Int?]
  private var added: [Int: (name: String, link: String)] = [:]
  private var names: [DefinedNameEntry.Placed] = []
  /// Whether all formulas are recalculated when the workbook is opened.
  var recalculates = false
  /// The new index of the active sheet, if another sheet becomes active.
  var active: Int?

  /// The children of the root element in the schema's order.
  private static let schemaOrder = [
    "fileVersion", "fileSharing", "workbookPr", "workbookProtection", "bookViews", "sheets",
    "functionGroups", "externalReferences", "definedNames", "calcPr", "oleSize",
    "customWorkbookViews", "pivotCaches", "smartTagPr", "smartTagTypes", "webPublishing",
    "fileRecoveryPr", "webPublishObjects", "extLst",
  ]

  init(_ part: EditablePart) throws {
    self.part = part
    guard part.isNamed("workbook"), let sheets = part.children.first(where: { $0.name == "sheets" })
    else { throw WorkbookEditorError(.unusualMarkup, part: part.name.path) }
    self.sheets = sheets
    entries = part.children(in: sheets.content).filter { $0.name == "sheet" }
    order = entries.indices.map { $0 }
  }

  /// The former index of the active sheet.
  var formerActive: Int {
    views.first.flatMap { MarkupScanner(part.bytes).number("activeTab", of: $0.tag) } ?? 0
  }

  /// Adds a sheet at index `place`, with the relationship `link`.
  mutating func addSheet(_ name: String, link: String, at place: Int) {
    let place = min(max(place, 0), order.count)
    let shifted = added.map { ($0.key >= place ? $0.key + 1 : $0.key, $0.value) }
    added = Dictionary(shifted) { first, _ in first }
    order.insert(nil, at: place)
    added[place] = (name, link)
  }

  /// Defines a name for a formula, replacing one of the same scope.
  mutating func define(_ name: DefinedNameEntry.Placed) { names.append(name) }

  /// The new index of the sheet that was at `place`.
  func place(ofFormer place: Int) -> Int? { order.firstIndex(of: place) }

  /// The part with all changes.
  func bytes() -> [UInt8] {
    var part = part
    if !added.isEmpty {
      addSheets(&part)
      moveViews(&part)
    }
    editNames(&part)
    if recalculates { recalculate(&part) }
    return part.edited
  }

  private var views: [EditablePart.Child] {
    part.children.filter { $0.name == "bookViews" }
      .flatMap { part.children(in: $0.content) }.filter { $0.name == "workbookView" }
  }

  private func addSheets(_ part: inout EditablePart) {
    let scanner = MarkupScanner(part.bytes)
    var identifier = entries.compactMap { scanner.number("sheetId", of: $0.tag) }.max() ?? 0
    for (place, sheet) in added.sorted(by: { $0.key < $1.key }) {
      identifier += 1
      let namespace =
        part.namespace == SpreadsheetNamespaces.strict
        ? SpreadsheetNamespaces.strictRelationships
        : SpreadsheetNamespaces.transitionalRelationships
      let declared = part.declaredPrefix(of: namespace)
      let markup =
        Array((part.open("sheet") + " name=\"").utf8)
        + MarkupText.escapedForAttribute(CellText.encoded(sheet.name))
        + Array("\" sheetId=\"\(identifier)\" ".utf8)
        + Array((declared == nil ? "xmlns:r=\"\(namespace)\" " : "").utf8)
        + Array("\(declared ?? "r:")id=\"\(sheet.link)\"/>".utf8)
      let next = order[place...].lazy.compactMap { $0 }.first
      if let next {
        part.splices.insert(markup, at: entries[next].range.lowerBound)
      } else {
        part.splices.insert(markup, at: sheets.content.upperBound)
      }
    }
  }

  /// Updates the indices of the sheets that the views show.
  private func moveViews(_ part: inout EditablePart) {
    let scanner = MarkupScanner(part.bytes)
    for view in views {
      for name in ["activeTab", "firstSheet"] {
        let old = scanner.attributes(of: view.tag).first {
          part.bytes[$0.name].elementsEqual(name.utf8)
        }
        let former =
          old.flatMap { Int(String(decoding: part.bytes[$0.value], as: UTF8.self)) } ?? 0
        var new = place(ofFormer: former) ?? former
        if let active { new = name == "activeTab" ? active : min(new, active) }
        if new != former { part.set(name, String(new), of: view.tag) }
      }
    }
  }

  private func editNames(_ part: inout EditablePart) {
    let list = part.children.first { $0.name == "definedNames" }
    let known = list.map { part.children(in: $0.content) } ?? []
    let scanner = MarkupScanner(part.bytes)
    for child in known {
      guard let former = scanner.number("localSheetId", of: child.tag),
        let new = place(ofFormer: former), new != former
      else { continue }
      part.set("localSheetId", String(new), of: child.tag)
    }
    var markup: [UInt8] = []
    for placed in names {
      let text = MarkupText.escaped(CellText.encoded(placed.entry.formula))
      let same = known.first { child in
        let former = scanner.number("localSheetId", of: child.tag)
        return scanner.value("name", of: child.tag)?.lowercased()
          == placed.entry.name.lowercased()
          && former.flatMap { place(ofFormer: $0) } == placed.sheet
      }
      if let same, same.tag.kind == .start {
        part.splices.replace(same.content, with: text)
        continue
      }
      markup += Array((part.open("definedName") + " name=\"").utf8)
      markup += MarkupText.escapedForAttribute(placed.entry.name) + [0x22]
      if let sheet = placed.sheet { markup += Array(" localSheetId=\"\(sheet)\"".utf8) }
      if placed.entry.isHidden { markup += Array(" hidden=\"1\"".utf8) }
      markup += [0x3E] + text + Array(part.close("definedName").utf8)
    }
    guard !markup.isEmpty else { return }
    if let list {
      part.append(markup, to: list)
    } else {
      part.splices.insert(
        Array((part.open("definedNames") + ">").utf8) + markup
          + Array(part.close("definedNames").utf8),
        at: part.place(of: "definedNames", order: Self.schemaOrder))
    }
  }

  private func recalculate(_ part: inout EditablePart) {
    if let child = part.children.first(where: { $0.name == "calcPr" }) {
      let old = part.value("fullCalcOnLoad", of: child.tag)
      if old != "1", old != "true" { part.set("fullCalcOnLoad", "1", of: child.tag) }
    } else {
      part.splices.insert(
        part.open("calcPr") + " fullCalcOnLoad=\"1\"/>",
        at: part.place(of: "calcPr", order: Self.schemaOrder))
    }
  }
}
