import Threads

/// A text of a document as labels see it, found once for all documents of a reader.
final class KnownText: Sendable {
  /// The text in the form in which labels are compared.
  let label: LabelText
  /// Whether it is a number, a mark or several numbers, rather than a label.
  let isValueLike: Bool
  private let tables = Guarded<[Table]>([])

  /// What the text may be in one table.
  private struct Table: Sendable {
    let axes: TableAxes
    let matches: TextMatches
    var fields: [LabelMatch]?
    var otherGroups: [GroupKind: OtherGroup?] = [:]
  }

  init(_ text: String) {
    label = LabelText(text)
    isValueLike = ValueReader.isValueLike(text)
  }

  /// The labels of `axes` that it may match.
  func matches(in axes: TableAxes) -> TextMatches { table(axes) { $0.matches } }

  /// The fields of a list whose own label it may be.
  func fields(in axes: TableAxes) -> [LabelMatch] {
    table(axes) { table in
      if let fields = table.fields { return fields }
      let fields = axes.list.matches(label)
      table.fields = fields
      return fields
    }
  }

  /// The group that it resembles although it means something else.
  func otherGroup(_ kind: GroupKind, in axes: TableAxes) -> OtherGroup? {
    table(axes) { table in
      if let known = table.otherGroups[kind] { return known }
      let labels = axes.groupLabels(kind)
      let group = labels.contradicted(by: label).map { found in
        OtherGroup(label: labels.labels[found.label], score: found.score)
      }
      table.otherGroups[kind] = .some(group)
      return group
    }
  }

  private func table<Result>(_ axes: TableAxes, _ use: (inout Table) -> Result) -> Result {
    tables.withLock { tables in
      if let index = tables.firstIndex(where: { $0.axes === axes }) { return use(&tables[index]) }
      tables.append(Table(axes: axes, matches: TextMatches(label, axes)))
      return use(&tables[tables.count - 1])
    }
  }
}

/// The texts that a reader knows.
typealias KnownTexts = TextCache<KnownText>

extension KnownTexts {
  /// The known text of `text`.
  func callAsFunction(_ text: String) -> KnownText { self(text, find: KnownText.init) }
}

/// What a group of a table encloses.
enum GroupKind {
  /// Rows.
  case rows
  /// Fields of a list.
  case lines
  /// Columns.
  case columns
}

/// A group that a text resembles although it means something else.
struct OtherGroup {
  /// The group.
  let label: FormLabel
  /// How much the text resembles it.
  let score: Double
}

/// The labels of a table that a text may match, and the groups that it names.
struct TextMatches {
  /// The row labels.
  let rows: [LabelMatch]
  /// The column labels.
  let columns: [LabelMatch]
  /// Whether it is the label of a field in a list.
  let isField: Bool
  /// The group of rows that it names.
  let group: Int?
  /// The group of rows that it names, perhaps with the enclosing groups in front.
  let namedGroup: Int?
  /// The group of a list that it names.
  let lineGroup: Int?
  /// Whether a remark such as `（上年）` makes it another group than the one that it names.
  let isLimited: Bool

  fileprivate init(_ label: LabelText, _ axes: TableAxes) {
    rows = axes.rows.matches(label)
    columns = axes.columns.matches(label)
    isField = axes.list.knows(label)
    group = axes.groups.id(label.core)
    namedGroup = axes.groupNames[label.core]
    lineGroup = axes.lineGroups.id(label.core)
    isLimited = (group ?? lineGroup) != nil && MeaningWords.limits(label.remark)
  }

  /// Whether it may be a label of a row or column.
  var isLabel: Bool { !rows.isEmpty || !columns.isEmpty }
}
