import Documents
import ReportModel

/// A place in a document that holds one of a form's tables, or a part of it.
struct TableCandidate {
  /// The form's table.
  let table: FormTable
  /// The index of the grid.
  let grid: Int
  /// How it is laid out there.
  let layout: TableLayout
  /// The area that it takes, labels and heads included.
  var region: GridRange
  /// The area within the region that the labels of its lines take, where it is a table of lines.
  var labelArea: GridRange?
  /// Where the fields stand.
  var cells: [FieldName: GridReference] = [:]
  /// The fields whose labels were found but whose value is not certain.
  var doubtful: Set<FieldName> = []
  /// The fields that the layout leaves out although their values are told elsewhere: blanks.
  var blanks: Set<FieldName> = []
  /// The heads of the columns as the grid writes them, by the column's id.
  var headings: [String: String] = [:]
  /// What is to be said about how it was found.
  var issues: [LocatingIssue] = []
  /// The rows that were not found.
  var missingRows: MissingRows?
  /// The labels that were matched loosely.
  var loose: [LooseLabel] = []
  /// How alike the labels of the fields are to the form's.
  var scores: [FieldName: Double] = [:]
  /// What speaks for the place besides its fields, such as heads that were seen.
  var bonus = 0.0

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
  /// How alike labels and form are, summed up over the fields; a field that is not certain was found too.
  ///
  /// Summed from the least up: two places that are equally good weigh the same to the last bit.
  var weight: Double {
    let unscored = doubtful.count { scores[$0] == nil }
    return bonus + scores.values.sorted().reduce(0, +) + Self.doubtfulScore * Double(unscored)
  }

  /// The share of the table's fields that were found, weighed by how alike the labels are.
  var score: Double { weight / Double(max(1, table.fields.count)) }
}
