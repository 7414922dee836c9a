/// One agency's filled-in form for one year.
package struct Report: Sendable, Hashable {
  /// The source of a report, which is ignored when two reports are compared.
  package struct Source: Sendable, Hashable {
    /// The file's name without its folder.
    package var file: String
    /// The kind of input, such as `xlsx`.
    package var kind: String
    /// The program that wrote it, if the input names it.
    package var producer: String?

    /// Makes a source.
    package init(file: String, kind: String, producer: String? = nil) {
      self.file = file
      self.kind = kind
      self.producer = producer
    }
  }

  /// The form's id.
  package var form: String
  /// The report's title; empty when it has none.
  package var title: String
  /// The agency; empty if it is not stated.
  package var agency: String
  /// The year it reports on; nil if it is not stated.
  package var year: Int?
  /// The prose by section id; paragraphs are separated by `\n`.
  package var sections: [String: String]
  /// The values by table id and field; a table that was not found is absent.
  package var tables: [String: [FieldName: FieldValue]]
  /// The text in cells beside their numbers.
  package var notes: [FieldName: String]
  /// The template's 基本信息 other than agency and year, by id.
  package var contact: [String: String]
  /// Its source.
  package var source: Source?

  /// Makes a report.
  package init(
    form: String, title: String = "", agency: String = "", year: Int? = nil,
    sections: [String: String] = [:], tables: [String: [FieldName: FieldValue]] = [:],
    notes: [FieldName: String] = [:], contact: [String: String] = [:], source: Source? = nil
  ) {
    self.form = form
    self.title = title
    self.agency = agency
    self.year = year
    self.sections = sections
    self.tables = tables
    self.notes = notes
    self.contact = contact
    self.source = source
  }

  /// The value of a field; nil if its table was not found, blank if the field was not.
  package subscript(field: FieldName) -> FieldValue? {
    get { tables[field.table].map { $0[field] ?? .blank } }
    set { tables[field.table, default: [:]][field] = newValue }
  }

  /// The value of a field that was found, which may be blank; nil if its table, row or column was not found.
  package func found(_ field: FieldName) -> FieldValue? { tables[field.table]?[field] }

  /// Whether both have the same content, regardless of their sources; a field that was not found equals a
  /// blank.
  package func isEqual(to other: Report) -> Bool { comparable == other.comparable }

  private var comparable: Report {
    var comparable = self
    comparable.source = nil
    comparable.sections = sections.filter { !$0.value.isEmpty }
    comparable.contact = contact.filter { !$0.value.isEmpty }
    comparable.notes = notes.filter { !$0.value.isEmpty }
    comparable.tables = tables.mapValues { $0.filter { $0.value != .blank } }
    return comparable
  }
}
