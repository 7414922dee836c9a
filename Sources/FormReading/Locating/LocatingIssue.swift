import ReportModel

/// An issue of locating a table that a person has to know about, independent of its wording.
struct LocatingIssue: Hashable {
  /// The kind.
  let kind: Kind
  /// The cells and fields of the issue.
  let cells: [FindingCell]

  /// The kinds of issues.
  enum Kind: Hashable {
    // MARK: Labels

    /// A text that is not quite the label that it is read as.
    case looseLabel(String, label: String)
    /// A line without a label, read by the lines before and after it.
    case byOrder(row: String, place: String)
    /// A label in several places with different numbers.
    case duplicateLabel(String, places: Places)
    /// A label in several places with the same numbers.
    case sameDuplicate(String, places: Places)
    /// A label that is not where the form has it.
    case displacedLabel(String, place: String)
    /// A label in another group than the form has it.
    case otherGroup(String, place: String, group: String, expected: String)
    /// A text that may be one of several labels.
    case uncertainLabel(String, labels: [String])

    // MARK: What is missing

    /// A row that was not found, between those that were.
    case missingRow(String, after: String?, before: String?, other: OtherLabel?)
    /// A column that was not found, between those that were.
    case missingColumn(String, after: String?, before: String?, other: OtherLabel?)
    /// A row with no header of a column above it.
    case missingHead(row: String, column: String, other: OtherLabel?)
    /// A row with no header of a column above it, whose only number was read.
    case headless(row: String, column: String)
    /// A group that is filled in as one row.
    case collapsedGroup(String, label: String)

    // MARK: Numbers

    /// A number of the table's area that is in no field.
    case unusedNumber(String, place: String)
    /// The numbers of a line whose label is not one of the form's.
    case unusedLine(String, count: Int)
    /// The numbers of a line without a label.
    case unlabelledLine(place: String, count: Int)
    /// Further lines of numbers, too many to be named one by one.
    case unusedRest(lines: Int, count: Int, first: String)
    /// A row whose numbers have moved.
    case shiftedRow(String, place: String)
    /// A table whose numbers have moved.
    case shiftedTable(place: String)
    /// A number in the line of a title.
    case numberInTitle(String, place: String)
    /// A merged cell over several fields.
    case mergedFields(place: String)
    /// Several numbers under one header.
    case severalInHead(String, places: Places)
    /// Numbers that are beside the columns of their headers.
    case movedNumber(String, place: String)
    /// A column that the table has several times.
    case competingColumns(String, places: Places)

    // MARK: Tables and names

    /// A table in several places with different numbers.
    case duplicateTable(String, places: Places)
    /// A table in several places with the same numbers.
    case sameTable(String, places: Places)
    /// A table in several places, one of which has the template's names.
    case namedTable(String, place: String, others: Places)
    /// A field whose label and whose name are at different cells.
    case nameConflict(field: String, label: String, name: String)
    /// Fields that were read by the template's names alone.
    case byName(String, count: Int)
  }

  /// A label that resembles one of the form but means something else.
  struct OtherLabel: Hashable {
    /// Its text.
    let text: String
    /// Its position, for messages.
    let place: String
    /// Its cell.
    let cell: FindingCell
  }

  /// The names of the fields of the issue.
  var fields: [String] { cells.compactMap(\.field) }

  /// Whether a row or column is missing.
  var saysMissing: Bool {
    switch kind {
    case .missingRow, .missingColumn, .missingHead, .headless, .collapsedGroup: true
    default: false
    }
  }

  /// Whether another label is in the place of the missing one, so that no defined name of a field is trusted
  /// there.
  var namesOtherLabel: Bool {
    switch kind {
    case .missingRow(_, _, _, let other), .missingColumn(_, _, _, let other): other != nil
    case .missingHead: true
    default: false
    }
  }

  /// Whether the fields are in doubt, so that none of their defined names is trusted.
  var isDoubt: Bool { namesOtherLabel || !saysMissing && rule != "label.loose" }
}

extension TableCandidate {
  /// Records an issue about `cells`.
  mutating func report(_ kind: LocatingIssue.Kind, _ cells: [FindingCell]) {
    issues.append(LocatingIssue(kind: kind, cells: cells))
  }
}
