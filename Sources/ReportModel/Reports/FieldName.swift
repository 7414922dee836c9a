/// The name of one fillable cell of a form, `table.row.column`, such as
/// `requests.outcome.refused.stateSecret.naturalPerson`.
///
/// The row may contain dots; table and column do not. Copies share their texts.
package struct FieldName: Hashable, Sendable, CustomStringConvertible {
  /// The storage that all copies of a name share, including its hash: fields are looked up by name, and
  /// hashing three strings each time would take a good part of the time of reading a form.
  @usableFromInline final class Texts: Sendable {
    @usableFromInline let table: String
    @usableFromInline let row: String
    @usableFromInline let column: String
    @usableFromInline let hash: Int
    @usableFromInline let whole: String

    init(table: String, row: String, column: String) {
      self.table = table
      self.row = row
      self.column = column
      whole = table + "." + row + "." + column
      // Without the table: names that are looked up together are mostly of one table
      var hasher = Hasher()
      hasher.combine(row)
      hasher.combine(column)
      hash = hasher.finalize()
    }
  }

  @usableFromInline let texts: Texts

  /// Makes a name from its parts.
  package init(table: String, row: String, column: String) {
    texts = Texts(table: table, row: row, column: column)
  }

  /// Makes a name from its text, or nil if that has fewer than three parts.
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
  /// The name as in JSON, CSV and findings.
  @inlinable package var description: String { texts.whole }

  @inlinable package static func == (left: Self, right: Self) -> Bool {
    left.texts === right.texts
      || left.texts.hash == right.texts.hash && left.row == right.row
        && left.column == right.column && left.table == right.table
  }

  @inlinable package func hash(into hasher: inout Hasher) { hasher.combine(texts.hash) }
}
