import Diagnostics
import OpenPackaging
import Spreadsheets

extension SubmissionReader {
  /// Reads a workbook: every sheet with cells, the names of single cells, the properties.
  func readWorkbook(_ file: Input, _ container: OPCPackage?) throws -> GridDocument {
    let workbook = try Workbook(container ?? file.package(limits: limits))
    let properties = try workbook.properties()
    var document = GridDocument(
      kind: file.nameExtension == "xlsm" ? "xlsm" : "xlsx", producer: properties.application,
      properties: properties.custom)
    let sheets = workbook.sheets.filter(\.hasCells)
    let indices = Dictionary(sheets.enumerated().map { ($1.name, $0) }) { $1 }
    let names = Self.targets(of: workbook.definedNames, grids: indices)
    document.names = Self.cells(of: names)
    let own = document.ownSheets
    var formulas = WorkbookFormulas(gridCount: sheets.count)
    for (index, sheet) in sheets.enumerated() {
      document.grids.append(
        own.contains(index)
          ? Grid(name: sheet.name, isHidden: sheet.visibility != .visible)
          : try grid(of: sheet, at: index, in: workbook, &formulas))
    }
    if readsOwnSheets || !own.isEmpty && Self.mayLook(into: own, formulas, names) {
      for index in own.sorted() {
        document.grids[index] = try grid(of: sheets[index], at: index, in: workbook, &formulas)
      }
    }
    // Generated sheets are not read.
    formulas.evaluate(of: workbook, except: own, in: &document, limits)
    return document
  }

  /// Whether one of `formulas` may refer to one of `grids`: by any sheet's name, or by a defined name that
  /// may refer to it.
  private static func mayLook(
    into grids: Set<Int>, _ formulas: WorkbookFormulas, _ names: [TargetedName]
  ) -> Bool {
    let formulas = formulas.written
    if formulas.contains(where: \.mentionsSheet) { return true }
    let words = names.lazy.filter { entry in
      let name = entry.name.name
      let mayBeThere = entry.range == nil || entry.grid.map(grids.contains) ?? false
      return mayBeThere && !OwnSheetName.isOne(name) && !name.hasPrefix("_xlnm.")
    }.map { $0.name.name.lowercased() }
    let sought = Set(words)
    return !sought.isEmpty && formulas.contains { $0.mentions(sought) }
  }

  private func grid(
    of sheet: SheetInfo, at index: Int, in workbook: Workbook, _ formulas: inout WorkbookFormulas
  ) throws -> Grid {
    var sink = GridSink(
      formats: try workbook.formats(), dateSystem: workbook.dateSystem, limits: limits,
      countBefore: formulas.cellCount, formulaBytes: formulas.byteCount)
    let details = try workbook.read(sheet, into: &sink)
    formulas.add(sink, at: index)
    return Grid(
      name: sheet.name, isHidden: sheet.visibility != .visible, cells: sink.cells,
      merges: details.mergedRanges.map { GridRange($0) },
      hiddenRows: Self.indices(details.hiddenRows, usedBy: sink.cells) { $0.reference.row },
      hiddenColumns: Self.indices(details.hiddenColumns, usedBy: sink.cells) { $0.reference.column }
    )
  }

  /// The rows or columns of `runs` that contain a cell; a run of a million empty ones is irrelevant.
  private static func indices(
    _ runs: [ClosedRange<Int>], usedBy cells: [GridCell], _ index: (GridCell) -> Int
  ) -> Set<Int> {
    guard !runs.isEmpty else { return [] }
    let used = Set(cells.map(index))
    let sorted = used.sorted()
    var found: Set<Int> = []
    for run in runs {
      let start = sorted.partitioningIndex { $0 >= run.lowerBound }
      found.formUnion(sorted[start...].prefix { $0 <= run.upperBound })
    }
    return found
  }

  /// A defined name with its range, if it has one, and the grid of the range's sheet.
  private struct TargetedName {
    let name: DefinedName
    let range: CellRange?
    let grid: Int?
  }

  private static func targets(of names: [DefinedName], grids: [String: Int]) -> [TargetedName] {
    var last: (sheet: String, grid: Int?)?  // names come sheet by sheet
    return names.map { name in
      guard let (sheet, range) = name.target else {
        return TargetedName(name: name, range: nil, grid: nil)
      }
      if last?.sheet != sheet { last = (sheet, grids[sheet]) }
      return TargetedName(name: name, range: range, grid: last?.grid)
    }
  }

  /// The names of single cells; a workbook-scoped name takes precedence over a sheet-scoped one.
  private static func cells(of targets: [TargetedName]) -> [String: GridDocument.NamedCell] {
    var cells: [String: GridDocument.NamedCell] = [:]
    cells.reserveCapacity(targets.count)
    let ordered =
      targets.filter { $0.name.sheetIndex == nil } + targets.filter { $0.name.sheetIndex != nil }
    for entry in ordered where cells[entry.name.name] == nil {
      guard let grid = entry.grid, let range = entry.range, range.topLeft == range.bottomRight
      else { continue }
      cells[entry.name.name] = GridDocument.NamedCell(
        grid: grid, reference: GridReference(range.topLeft))
    }
    return cells
  }
}

extension GridReference {
  /// Makes the position of a sheet's cell.
  init(_ reference: CellReference) {
    self.init(row: reference.row, column: reference.column)
  }
}

extension GridRange {
  /// Makes the positions of a sheet's range.
  init(_ range: CellRange) {
    self.init(GridReference(range.topLeft), GridReference(range.bottomRight))
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`; no element after one that satisfies it may fail it.
  ///
  /// - Complexity: O(log *n*).
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
