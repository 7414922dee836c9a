/// An official statistical form: its sections, tables, labels and relations, as data.
package struct FormDefinition: Sendable, Hashable {
  /// A member of the form's reading order.
  package enum Part: Sendable, Hashable {
    /// A section of prose.
    case section(FormSection)
    /// A table.
    case table(FormTable)
  }

  /// The id, such as `gov-info-disclosure-2021`.
  package let id: String
  /// The form's own name, such as `政府信息公开工作年度报告`.
  package let title: String
  /// Other wordings of the name that agencies give their reports.
  package let titleAliases: [String]
  /// The notice that prescribes it.
  package let source: String
  /// The first year for which it is the official form.
  package let firstYear: Int?
  /// The last year for which it is the official form.
  package let lastYear: Int?
  /// The ids of sections and tables in the form's order.
  package let order: [String]
  /// The notice's instructions for filling the form in, one or two sentences each, in the form's language.
  package let instructions: [String]
  /// The template's questions about the agency, besides its name and the year.
  package let contact: [FormContact]
  /// The sections of prose.
  package let sections: [FormSection]
  /// The tables.
  package let tables: [FormTable]
  /// The relations.
  package let relations: [Relation]
  /// The claims that the prose tends to make about the tables' numbers.
  package let prose: [ProseClaim]

  /// Sections and tables in the form's order.
  package var parts: [Part] {
    order.compactMap { id in
      sections.first { $0.id == id }.map(Part.section)
        ?? tables.first { $0.id == id }.map(Part.table)
    }
  }

  /// The table with `id`.
  package func table(_ id: String) -> FormTable? { tables.first { $0.id == id } }

  /// The names of all fields, in the form's order.
  package var fields: [FieldName] { tables.flatMap(\.fields) }
}
