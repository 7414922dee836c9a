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
  /// The notice that lays it down.
  package let source: String
  /// The first year that it is the official form for.
  package let firstYear: Int?
  /// The last year that it is the official form for.
  package let lastYear: Int?
  /// The ids of sections and tables in the form's order.
  package let order: [String]
  /// What the notice says about filling the form in, a sentence or two each, in the form's language.
  package let instructions: [String]
  /// What a template asks about the agency besides its name and the year.
  package let contact: [FormContact]
  /// The sections of prose.
  package let sections: [FormSection]
  /// The tables.
  package let tables: [FormTable]
  /// The relations.
  package let relations: [Relation]
  /// What the prose tends to tell of the tables' numbers.
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
