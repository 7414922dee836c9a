import Documents
import ReportModel

/// An area of a document that contains one of a form's tables, or a part of it.
struct TableCandidate {
  /// The form's table.
  let table: FormTable
  /// The index of the grid.
  let grid: Int
  /// Its layout.
  let layout: TableLayout
  /// The area, labels and headers included.
  var region: GridRange
  /// The area of the labels of its lines, within the region, if it is a table of lines.
  var labelArea: GridRange?
  /// The cells of the fields.
  var cells: [FieldName: GridReference] = [:]
  /// The fields whose labels were found but whose value is not certain.
  var doubtful: Set<FieldName> = []
  /// The fields that are blank because the layout includes their values in another field's.
  var blanks: Set<FieldName> = []
  /// The headers of the columns as the grid writes them, by column id.
  var headings: [String: String] = [:]
  /// The issues of locating it.
  var issues: [LocatingIssue] = []
  /// The rows that were not found.
  var missingRows: MissingRows?
  /// The labels that were matched loosely.
  var loose: [LooseLabel] = []
  /// The similarity of the fields' labels to the form's.
  var scores: [FieldName: Double] = [:]
  /// The weight of the area besides that of its fields, such as for headers.
  var bonus = 0.0

  /// Makes room for all fields of the table.
  mutating func reserveCapacity() {
    cells.reserveCapacity(table.fields.count)
    scores.reserveCapacity(table.fields.count)
  }

  /// The score of a field whose labels were found but whose value is not certain.
  private static let doubtfulScore = 0.8

  /// The fields whose labels were found.
  var found: Set<FieldName> { doubtful.union(cells.keys).union(blanks) }
  /// Whether the labels of `field` were found.
  func isFound(_ field: FieldName) -> Bool {
    cells[field] != nil || doubtful.contains(field) || blanks.contains(field)
  }
  /// How many fields' labels were found.
  var foundCount: Int { doubtful.isEmpty && blanks.isEmpty ? cells.count : found.count }
  /// Whether no field's label was found.
  var isEmpty: Bool { cells.isEmpty && doubtful.isEmpty && blanks.isEmpty }
  /// The similarity of the labels to the form's, summed over the fields, including doubtful ones.
  ///
  /// The sum is in ascending order, so that two equally good areas have exactly the same weight.
  var weight: Double {
    let unscored = doubtful.count { scores[$0] == nil }
    return bonus + scores.values.sorted().reduce(0, +) + Self.doubtfulScore * Double(unscored)
  }

  /// The share of the table's fields that were found, weighted by the similarity of their labels.
  var score: Double { weight / Double(max(1, table.fields.count)) }
}
