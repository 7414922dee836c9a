/// One agency's filled-in form for one year.
package struct Report: Sendable, Hashable {
  /// Where a report was read from; it does not count when two reports are compared.
  package struct Source: Sendable, Hashable {
    /// The file's name without its folder.
    package var file: String
    /// The kind of input, such as `xlsx`.
    package var kind: String
    /// The program that wrote it, where it says so.
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
  /// The agency; empty when it is not told.
  package var agency: String
  /// The year it reports on; nil when it is not told.
  package var year: Int?
  /// The prose by section id; paragraphs are separated by `\n`.
  package var sections: [String: String]
  /// The values by table id and field; a table that was not found is absent.
  package var tables: [String: [FieldName: FieldValue]]
  /// What a cell said beside its number.
  package var notes: [FieldName: String]
  /// The template's 基本信息 other than agency and year, by id.
  package var contact: [String: String]
  /// Where it was read from.
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

  /// The value of a field; nil when its table was not found, blank where nothing was said.
  package subscript(field: FieldName) -> FieldValue? {
    get { tables[field.table].map { $0[field] ?? .blank } }
    set { tables[field.table, default: [:]][field] = newValue }
  }

  /// The value of a field that was found, be it blank; nil where its table, row or column was not.
  package func found(_ field: FieldName) -> FieldValue? { tables[field.table]?[field] }

  /// Whether both tell the same, wherever they were read; what was not found tells as much as a blank.
  package func isEqual(to other: Report) -> Bool { told == other.told }

  private var told: Report {
    var told = self
    told.source = nil
    told.sections = sections.filter { !$0.value.isEmpty }
    told.contact = contact.filter { !$0.value.isEmpty }
    told.notes = notes.filter { !$0.value.isEmpty }
    told.tables = tables.mapValues { $0.filter { $0.value != .blank } }
    return told
  }
}
