import Grids
import Limits
import OpenPackaging
import Spreadsheets

extension SubmissionReader {
  /// Reads a workbook: every sheet that is made of cells, the names of single cells, the properties.
  func readWorkbook(_ file: SubmissionFile, _ container: OPCPackage?) throws -> GridDocument {
    let workbook = try open(file, container)
    let properties = try workbook.properties()
    var document = GridDocument(
      kind: file.nameExtension == "xlsm" ? "xlsm" : "xlsx", producer: properties.application,
      properties: properties.custom)
    let sheets = workbook.sheets.filter(\.hasCells)
    let indices = Dictionary(sheets.enumerated().map { ($1.name, $0) }) { $1 }
    let names = Self.targets(of: workbook.definedNames, grids: indices)
    document.names = Self.cells(of: names)
    let own = document.ownSheets
    var count = 0
    var looks: [Int: [GridReference: DisplayFormat]] = [:]
    for (index, sheet) in sheets.enumerated() {
      document.grids.append(
        own.contains(index)
          ? Grid(name: sheet.name, isHidden: sheet.visibility != .visible)
          : try grid(of: sheet, in: workbook, count: &count, looks: &looks[index, default: [:]]))
    }
    let formulas = document.grids.map { grid in grid.cells.filter { $0.formula != nil } }
    if readsOwnSheets || !own.isEmpty && Self.mayLook(into: own, formulas, names) {
      for index in own.sorted() {
        document.grids[index] = try grid(
          of: sheets[index], in: workbook, count: &count, looks: &looks[index, default: [:]])
      }
    }
    Self.evaluate(formulas, of: workbook, in: &document)
    Self.show(looks, workbook.dateSystem, in: &document)
    return document
  }

  /// Whether one of `formulas` may look into one of `grids`: by any sheet's name, or by a name for what
  /// may be there.
  private static func mayLook(
    into grids: Set<Int>, _ formulas: [[GridCell]], _ names: [TargetedName]
  ) -> Bool {
    let formulas = formulas.joined().compactMap(\.formula)
    if formulas.contains(where: { $0.utf8.contains(UInt8(ascii: "!")) }) { return true }
    return names.contains { entry in
      let name = entry.name.name
      let mayBeThere = entry.range == nil || entry.grid.map(grids.contains) ?? false
      return mayBeThere && !OwnSheetName.isOne(name) && !name.hasPrefix("_xlnm.")
        && formulas.contains { $0.contains(name) }
    }
  }

  private func open(_ file: SubmissionFile, _ container: OPCPackage?) throws -> Workbook {
    if let container { return try Workbook(container) }
    switch file.content {
    case .path(let path): return try Workbook(path: path, limits: limits)
    case .bytes(let bytes): return try Workbook(bytes: bytes, limits: limits)
    }
  }

  private func grid(
    of sheet: SheetInfo, in workbook: Workbook, count: inout Int,
    looks: inout [GridReference: DisplayFormat]
  ) throws -> Grid {
    var sink = GridSink(
      formats: try workbook.formats(), dateSystem: workbook.dateSystem, limits: limits,
      countBefore: count)
    let details = try workbook.read(sheet, into: &sink)
    count += sink.cells.count
    looks = sink.looks
    return Grid(
      name: sheet.name, isHidden: sheet.visibility != .visible, cells: sink.cells,
      merges: details.mergedRanges.map { GridRange($0) },
      hiddenRows: Self.indices(details.hiddenRows, usedBy: sink.cells) { $0.reference.row },
      hiddenColumns: Self.indices(details.hiddenColumns, usedBy: sink.cells) { $0.reference.column }
    )
  }

  /// Gives `formulas`, by grid, without a stored result what they come to, and notes where a stored
  /// result is stale.
  ///
  /// Those of our own sheets are passed over, as nothing is read from there.
  private static func evaluate(
    _ formulas: [[GridCell]], of workbook: Workbook, in document: inout GridDocument
  ) {
    guard formulas.contains(where: { !$0.isEmpty }) else { return }
    let source = GridFormulaSource(workbook, document.grids)
    var evaluator = FormulaEvaluator(source)
    for (grid, sheet) in source.sheetIndices {
      for var cell in formulas[grid] {
        let reference = CellReference(row: cell.reference.row, column: cell.reference.column)
        let result = evaluator.result(of: reference, onSheet: sheet)
        guard let fresh = result.value.flatMap({ GridValue($0) }) else { continue }
        if cell.value == .notEvaluated {
          cell.value = fresh
        } else if result.differs(from: CellValue(cell.value)) {
          cell.freshValue = fresh
        } else {
          continue
        }
        document.grids[grid][cell.reference] = cell
      }
    }
  }

  /// Notes what formulas without a stored result show of what they come to.
  private static func show(
    _ looks: [Int: [GridReference: DisplayFormat]], _ system: DateSystem,
    in document: inout GridDocument
  ) {
    for (grid, looks) in looks {
      for (place, format) in looks {
        guard case .number(let number)? = document.grids[grid][place]?.value else { continue }
        document.grids[grid][place]?.shown = format.text(of: number, in: system)
      }
    }
  }

  /// The rows or columns of `runs` that hold a cell; a run of a million empty ones tells nothing.
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

  /// A defined name with the range that it stands for, if it does, and the grid of the range's sheet.
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

  /// The names that stand for one cell; one of the whole workbook goes before one of a sheet.
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
  /// The place of a sheet's cell.
  init(_ reference: CellReference) {
    self.init(row: reference.row, column: reference.column)
  }
}

extension GridRange {
  /// The place of a sheet's range.
  init(_ range: CellRange) {
    self.init(GridReference(range.topLeft), GridReference(range.bottomRight))
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`, which holds for no element before one it does
  /// not hold for.
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
