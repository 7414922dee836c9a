import Diagnostics
import Documents
import ReportModel

/// The cells of a form in a document that contained all of it, for later documents with the same layout.
///
/// An office collects hundreds of copies of one workbook. The locator's result depends on labels, headers,
/// merged areas and on which cells have content; if all of these are equal, the same cells hold the same
/// fields. Only numbers in the fields' own cells may differ, and texts above and below the tables that
/// resemble no label of the form. After any other difference the locator reads the document.
///
/// In some cases the locator also considers numbers: whether they count lines, or are equal under one header.
/// A layout is kept only if the result is the same with other numbers, no two equal and none consecutive.
final class KnownLayout: Sendable {
  /// The form as it was located.
  let located: LocatedForm
  /// The grids that contain labels of the form.
  let relevant: Set<Int>
  private let document: GridDocument
  /// The role of each cell of each grid, in the grid's order.
  private let roles: [[Role]]

  private enum Role {
    /// The cell of a field.
    case field
    /// Another cell in the rows of a table.
    case table
    /// A cell above or below the tables.
    case outside
  }

  /// The most cells of a document whose layout is kept: a form has some hundreds.
  private static let mostCells = 20_000

  /// Keeps the layout of `located` in `document`; nil if it may depend on the numbers.
  init?(
    _ located: LocatedForm, relevant: Set<Int>, _ document: GridDocument, _ form: PreparedForm
  ) {
    guard located.isWhole, !document.grids.contains(where: { $0.origin == .lines }),
      document.grids.reduce(0, { $0 + $1.count }) <= Self.mostCells
    else { return nil }
    self.located = located
    self.relevant = relevant
    self.document = document
    var fields: Set<LocatedTable.Place> = []
    for table in located.tables.values {
      for cell in table.cells.values { fields.insert(cell.place) }
    }
    let parts = located.tables.values.flatMap(\.parts)
    roles = document.grids.enumerated().map { index, grid in
      let rows = parts.filter { $0.grid == index }.map {
        $0.region.topLeft.row...$0.region.bottomRight.row
      }
      return grid.cells.map { cell in
        let place = LocatedTable.Place(grid: index, reference: cell.reference)
        if fields.contains(place) { return .field }
        return rows.contains { $0.contains(cell.reference.row) } ? .table : .outside
      }
    }
    let probe = Self.probe(document, roles)
    guard let views = try? DocumentViews(probe, [form], limits: .standard),
      let again = try? LocatedForm(form, views), again.isWhole, again.places == located.places
    else { return nil }
  }

  /// `document` with other numbers in the fields' cells: no two equal, each less than the one before.
  private static func probe(_ document: GridDocument, _ roles: [[Role]]) -> GridDocument {
    var probe = document
    var number = 9_000_000.0
    for (index, roles) in roles.enumerated() {
      for (cell, role) in zip(document.grids[index].cells, roles)
      where role == .field && isNumber(cell.value) {
        number -= 7_919
        probe.grids[index][cell.reference]?.value = .number(number)
      }
    }
    return probe
  }

  /// Whether the form has the same cells in `other`.
  ///
  /// - Complexity: O(*n*) in the cells, plus a look-up in the form's labels for each text that differs.
  func fits(_ other: GridDocument, _ form: PreparedForm) -> Bool {
    guard form.definition.id == located.definition.id, other.grids.count == document.grids.count,
      other.names == document.names, other.blocks.isEmpty == document.blocks.isEmpty
    else { return false }
    return zip(zip(document.grids, other.grids), roles).allSatisfy { grids, roles in
      fits(grids.1, to: grids.0, roles, form)
    }
  }

  private func fits(
    _ other: Grid, to grid: Grid, _ roles: [Role], _ form: PreparedForm
  ) -> Bool {
    guard other.count == grid.count, other.origin == grid.origin, other.merges == grid.merges,
      other.isHidden == grid.isHidden, other.hiddenRows == grid.hiddenRows,
      other.hiddenColumns == grid.hiddenColumns
    else { return false }
    let (cells, others) = (grid.cells, other.cells)
    // Copying each cell would take longer than everything else
    return roles.indices.allSatisfy { index in
      guard cells[index].reference == others[index].reference else { return false }
      let (value, twin) = (cells[index].value, others[index].value)
      if value == twin { return true }
      return switch roles[index] {
      case .field: Self.isNumber(value) && Self.isNumber(twin)
      case .table: false
      case .outside: Self.isFree(value, form) && Self.isFree(twin, form)
      }
    }
  }

  /// A number, or the digits of one.
  private static func isNumber(_ value: GridValue) -> Bool {
    switch value {
    case .number: true
    case .text(let text):
      !text.isEmpty && text.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    default: false
    }
  }

  /// Whether a value is a text that resembles no label of `form`.
  private static func isFree(_ value: GridValue, _ form: PreparedForm) -> Bool {
    guard case .text(let text) = value, !ValueReader.isValueLike(text) else { return false }
    guard text.utf8.count <= TextTable.longest else { return true }
    let label = LabelText(text)
    return !form.tables.contains { $0.mayKnow(label) }
  }
}
