/// A difference between two reports.
package struct ReportDifference: Sendable, Hashable {
  /// The content of one report.
  package enum Side: Sendable, Hashable {
    /// None: its table was not found, or it does not have the field.
    case absent
    /// A field's value.
    case value(FieldValue)
    /// A text; a section's paragraphs are separated by `\n`.
    case text(String)
    /// The year.
    case year(Int)
  }

  /// Its subject: a field's name, `report.year` and similar names, `contact.ID`, `section.ID`, or
  /// `note.FIELD`.
  package let name: String
  /// The field, if it is about one.
  package let field: FieldName?
  /// The content of the one report.
  package let left: Side
  /// The content of the other report.
  package let right: Side
}

extension Report {
  /// The differences from `other`, in the order of `definition`, regardless of the sources.
  ///
  /// Fields that the form does not have, such as those of another form, come last.
  package func differences(
    from other: Report, _ definition: FormDefinition
  ) -> [ReportDifference] {
    var differences: [ReportDifference] = []
    func compare(
      _ name: String, _ left: ReportDifference.Side, _ right: ReportDifference.Side,
      field: FieldName? = nil
    ) {
      guard left != right else { return }
      differences.append(ReportDifference(name: name, field: field, left: left, right: right))
    }
    compare("report.form", .text(form), .text(other.form))
    compare("report.title", .text(title), .text(other.title))
    compare("report.agency", .text(agency), .text(other.agency))
    compare(
      "report.year", year.map { .year($0) } ?? .absent, other.year.map { .year($0) } ?? .absent)
    for id in Set(contact.keys).union(other.contact.keys).sorted() {
      compare("contact.\(id)", .text(contact[id] ?? ""), .text(other.contact[id] ?? ""))
    }
    for part in definition.parts {
      switch part {
      case .section(let section):
        compare(
          "section.\(section.id)", .text(sections[section.id] ?? ""),
          .text(other.sections[section.id] ?? ""))
      case .table(let table):
        for field in table.fields {
          compare(
            field.description, self[field].side, other[field].side, field: field)
        }
      }
    }
    for field in unknownFields(to: definition, and: other) {
      compare(field.description, self[field].side, other[field].side, field: field)
    }
    for field in Set(notes.keys).union(other.notes.keys).sorted(by: {
      $0.description < $1.description
    }) {
      compare(
        "note.\(field)", .text(notes[field] ?? ""), .text(other.notes[field] ?? ""), field: field)
    }
    return differences
  }

  /// The fields of either report that `definition` does not have, by name.
  private func unknownFields(to definition: FormDefinition, and other: Report) -> [FieldName] {
    let known = Set(definition.fields)
    let all = (Array(tables.values) + Array(other.tables.values)).flatMap(\.keys)
    return Set(all).subtracting(known).sorted { $0.description < $1.description }
  }
}

extension FieldValue? {
  /// The value as one side of a difference.
  fileprivate var side: ReportDifference.Side { map { .value($0) } ?? .absent }
}
