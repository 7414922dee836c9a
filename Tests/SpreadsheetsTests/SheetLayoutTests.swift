import Spreadsheets
import TestSupport
import Testing

/// The layout of a sheet is checked to the last value that Excel takes.
struct SheetLayoutTests {
  private func reason(_ change: (inout SheetLayout) -> Void) -> WorkbookWriterError.Reason? {
    var layout = SheetLayout()
    change(&layout)
    do {
      let folder = try TemporaryFolder()
      let writer = try WorkbookWriter(path: folder.path("a.xlsx"))
      try writer.addSheet("表", layout).append(row: [1])
      try writer.finish()
      return nil
    } catch {
      return (error as? WorkbookWriterError)?.reason
    }
  }

  private func printed(_ change: (inout PrintSetup) -> Void) -> WorkbookWriterError.Reason? {
    reason { layout in
      var print = PrintSetup()
      change(&print)
      layout.print = print
    }
  }

  @Test func takesTheZoomFrom10To400() {
    for zoom in [10, 100, 400] { #expect(reason { $0.zoom = zoom } == nil) }
    for zoom in [9, 401, 0, -1] { #expect(reason { $0.zoom = zoom } == .zoom(zoom)) }
  }

  @Test func takesWidthsTo255AndHeightsTo409AndAHalf() {
    for width in [0, 8.5, 255] {
      #expect(reason { $0.standardColumnWidth = width } == nil)
      #expect(reason { $0.columns = [ColumnLayout(1...1, width: width)] } == nil)
    }
    for width in [-0.5, 255.5] {
      #expect(reason { $0.standardColumnWidth = width } == .columnWidth(width))
      #expect(reason { $0.columns = [ColumnLayout(1...1, width: width)] } == .columnWidth(width))
    }
    for height in [0, 15, 409.5] { #expect(reason { $0.standardRowHeight = height } == nil) }
    for height in [-1, 409.6] {
      #expect(reason { $0.standardRowHeight = height } == .rowHeight(height))
    }
  }

  @Test func takesColumnsInAscendingOrderEachOnce() {
    func columns(_ ranges: ClosedRange<Int>...) -> WorkbookWriterError.Reason? {
      reason { $0.columns = ranges.map { ColumnLayout($0, width: 9) } }
    }
    #expect(columns(1...1, 2...3, 5...5) == nil)
    #expect(columns(16_384...16_384) == nil)
    #expect(columns(1...16_384) == nil)
    #expect(columns(1...2, 2...3) == .columnTwice(2))
    #expect(columns(1...1, 1...1) == .columnTwice(1))
    #expect(columns(5...5, 3...3) == .columnTwice(3))
    #expect(columns(1...3, 2...2, 4...4) == .columnTwice(2))
    #expect(columns(0...0) == .columnTwice(0))
    #expect(columns(16_384...16_385) == .column(16_385))
  }

  @Test func takesOutlineLevelsTo7() {
    for level in [0, 7] {
      #expect(reason { $0.columns = [ColumnLayout(1...1, outlineLevel: level)] } == nil)
    }
    for level in [-1, 8] {
      #expect(
        reason { $0.columns = [ColumnLayout(1...1, outlineLevel: level)] } == .outlineLevel(level))
    }
  }

  @Test func freezesPanesWithinTheSheet() {
    func frozen(_ rows: Int, _ columns: Int) -> WorkbookWriterError.Reason? {
      reason { $0.frozen = FrozenPanes(rows: rows, columns: columns) }
    }
    #expect(frozen(1, 0) == nil)
    #expect(frozen(0, 1) == nil)
    #expect(frozen(1_048_575, 16_383) == nil)
    #expect(frozen(1_048_576, 1) == .row(1_048_576))
    #expect(frozen(1, 16_384) == .column(16_384))
    #expect(frozen(-1, 1) == .row(-1))
    #expect(frozen(1, -1) == .column(-1))
  }

  @Test func takesCellsWithinTheSheet() {
    for (row, column) in [(1, 1), (1_048_576, 16_384)] {
      #expect(reason { $0.activeCell = CellReference(row: row, column: column) } == nil)
    }
    for (row, column) in [(0, 1), (1, 0), (1_048_577, 1), (1, 16_385)] {
      let cell = CellReference(row: row, column: column)
      #expect(reason { $0.activeCell = cell } == .reference(cell.description))
      let range = CellRange(CellReference(row: 1, column: 1), cell)
      #expect(reason { $0.dimension = range } == .reference(range.description))
    }
  }

  @Test func takesScalesAndPagesThatExcelDoes() {
    for percent in [10, 400] { #expect(printed { $0.scaling = .percent(percent) } == nil) }
    for percent in [9, 401] {
      #expect(printed { $0.scaling = .percent(percent) } == .printSetup("scale", "\(percent)"))
    }
    for pages in [1, 32_767] {
      #expect(printed { $0.scaling = .fit(pagesWide: pages, pagesHigh: nil) } == nil)
    }
    for pages in [0, 32_768] {
      let reason = WorkbookWriterError.Reason.printSetup("fit", "\(pages)")
      #expect(printed { $0.scaling = .fit(pagesWide: pages, pagesHigh: 1) } == reason)
      #expect(printed { $0.scaling = .fit(pagesWide: nil, pagesHigh: pages) } == reason)
    }
  }

  @Test func takesMarginsBelow49Inches() {
    let sides: [WritableKeyPath<PrintSetup.Margins, Double>] = [
      \.left, \.right, \.top, \.bottom, \.header, \.footer,
    ]
    for side in sides {
      #expect(printed { $0.margins[keyPath: side] = 48.5 } == nil)
      #expect(printed { $0.margins[keyPath: side] = 0 } == nil)
      #expect(printed { $0.margins[keyPath: side] = 49 } == .printSetup("margins", "49.0"))
      #expect(printed { $0.margins[keyPath: side] = -0.1 } == .printSetup("margins", "-0.1"))
    }
  }

  @Test func takesHeadersOf255Characters() {
    let (fits, isLong) = (String(repeating: "字", count: 255), String(repeating: "字", count: 256))
    #expect(printed { $0.header = fits } == nil)
    #expect(printed { $0.footer = fits } == nil)
    #expect(printed { $0.header = isLong } == .headerLength(256))
    #expect(printed { $0.footer = isLong } == .headerLength(256))
  }

  @Test func repeatsRowsAndColumnsWithinTheSheet() {
    #expect(printed { $0.repeatedRows = 1...1_048_576 } == nil)
    #expect(printed { $0.repeatedRows = 0...1 } == .row(0))
    #expect(printed { $0.repeatedRows = 1...1_048_577 } == .row(1_048_577))
    #expect(printed { $0.repeatedColumns = 1...16_384 } == nil)
    #expect(printed { $0.repeatedColumns = 0...1 } == .column(0))
    #expect(printed { $0.repeatedColumns = 1...16_385 } == .column(16_385))
    let outside = CellRange(CellReference(row: 1, column: 1), CellReference(row: 1, column: 16_385))
    #expect(printed { $0.area = outside } == .reference(outside.description))
  }
}
