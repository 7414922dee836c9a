/// The name of one fillable cell of a form, `table.row.column`, such as
/// `requests.outcome.refused.stateSecret.naturalPerson`.
///
/// The row may itself hold dots; table and column never do. A copy shares its texts with the original.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
  /// What every copy of a name shares, its hash among it: every table of fields is looked up by name, and
  /// hashing three strings each time would be a good part of reading a form.
  @usableFromInline final class Texts: Sendable {
    @usableFromInline let table: String
    @usableFromInline let row: String
    @usableFromInline let column: String
    @usableFromInline let hash: Int

    init(table: String, row: String, column: String) {
      self.table = table
      self.row = row
      self.column = column
      // Without the table: names that are looked up together are mostly of one
      var hasher = Hasher()
      hasher.combine(row)
      hasher.combine(column)
      hash = hasher.finalize()
    }
  }

  @usableFromInline let texts: Texts

  /// Makes a name out of its parts.
  package init(table: String, row: String, column: String) {
    texts = Texts(table: table, row: row, column: column)
  }

  /// Makes a name out of its text, or nil when that has fewer than three parts.
  package init?(_ text: String) {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count >= 3, let first = parts.first, let last = parts.last,
      !parts.contains(where: \.isEmpty)
    else { return nil }
    self.init(
      table: String(first), row: parts.dropFirst().dropLast().joined(separator: "."),
      column: String(last))
  }

  /// The table's id.
  @inlinable package var table: String { texts.table }
  /// The row's id.
  @inlinable package var row: String { texts.row }
  /// The column's id.
  @inlinable package var column: String { texts.column }
  /// The name as it is written in JSON, CSV and findings.
  package var description: String { table + "." + row + "." + column }

  @inlinable package static func == (left: Self, right: Self) -> Bool {
    left.texts === right.texts
      || left.texts.hash == right.texts.hash && left.row == right.row
        && left.column == right.column && left.table == right.table
  }

  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(texts.hash) }
}
