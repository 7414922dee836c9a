#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
import Documents
import FormReading
package import ReportModel

/// A form laid out as a workbook: a template to be filled in, or a report.
///
/// Nothing here is specific to a form: sheets, labels, arrangement, totals and checks come from the
/// definition.
package struct FormLayout: Sendable {
  /// The values that prefill a template, and the report that a report is compared with.
  package struct Options: Sendable {
    /// The agency.
    package var agency: String?
    /// The year.
    package var year: Int?
    /// Last year's report.
    package var previous: Report?

    /// Makes options.
    package init(agency: String? = nil, year: Int? = nil, previous: Report? = nil) {
      self.agency = agency
      self.year = year
      self.previous = previous
    }
  }

  /// The names of the sheets that every template has besides the form's own.
  enum FixedSheet: String {
    /// The guide to filling in.
    case guide = "填报说明"
    /// The agency, the year, the contact.
    case cover = "基本信息"
    /// The relations.
    case checks = "校验"
  }

  let definition: FormDefinition
  let report: Report
  let isTemplate: Bool
  let previous: Report?
  /// The tables with their sheets, in the form's order.
  let tables: [PlacedTable]
  /// The sections in the form's order, with the names of their sheets.
  let sections: [(section: FormSection, sheet: String)]
  let guideSheet: String
  let coverSheet: String
  let checkSheet: String
  let values: FieldContents

  /// Lays out an empty template of the form.
  package static func template(
    _ definition: FormDefinition, options: Options = Options()
  ) -> LaidOutWorkbook {
    var report = Report(form: definition.id)
    report.agency = options.agency ?? ""
    report.year = options.year
    report.title = definition.usualTitle(agency: report.agency, year: report.year)
    for table in definition.tables { report.tables[table.id] = [:] }
    if let previous = options.previous {
      for (field, value) in definition.carriedValues(from: previous) { report[field] = value }
    }
    return FormLayout(definition, report, isTemplate: true, previous: options.previous).workbook
  }

  /// Lays out `report`, without tables that were not found.
  package static func workbook(
    _ report: Report, _ definition: FormDefinition, previous: Report? = nil
  ) -> LaidOutWorkbook {
    FormLayout(definition, report, isTemplate: false, previous: previous).workbook
  }

  private init(
    _ definition: FormDefinition, _ report: Report, isTemplate: Bool, previous: Report?
  ) {
    self.definition = definition
    self.report = report
    self.isTemplate = isTemplate
    self.previous = previous
    var naming = SheetNaming()
    guideSheet = naming.name(FixedSheet.guide.rawValue)
    coverSheet = naming.name(FixedSheet.cover.rawValue)
    checkSheet = naming.name(FixedSheet.checks.rawValue)
    var tables: [PlacedTable] = []
    var sections: [(FormSection, String)] = []
    for part in definition.parts {
      switch part {
      case .section(let section): sections.append((section, naming.name(section.sheet)))
      case .table(let table):
        let sheet = naming.name(table.sheet)
        if report.tables[table.id] != nil {
          tables.append(PlacedTable(plan: TablePlan(table), sheet: sheet))
        }
      }
    }
    self.tables = tables
    self.sections = sections
    values = FieldContents(definition, report, tables, isTemplate: isTemplate)
  }

  /// The whole workbook.
  var workbook: LaidOutWorkbook {
    var sheets = [guide, cover]
    for part in definition.parts {
      switch part {
      case .section(let section):
        if let placed = sections.first(where: { $0.section == section }) {
          sheets.append(prose(placed.section, sheet: placed.sheet))
        }
      case .table(let table):
        if let placed = tables.first(where: { $0.plan.table == table }) {
          sheets.append(sheet(of: placed))
        }
      }
    }
    sheets.append(checks)
    return LaidOutWorkbook(
      sheets: sheets, names: names, form: definition.id,
      title: report.title.isEmpty ? definition.title : report.title)
  }

  /// The position of `field`, if its table is laid out.
  func place(of field: FieldName) -> (sheet: String, reference: GridReference)? {
    for table in tables where table.plan.table.id == field.table {
      return table.range(of: field).map { (table.sheet, $0.topLeft) }
    }
    return nil
  }
}

extension FormDefinition {
  /// The title that reports of the form usually have.
  package func usualTitle(agency: String, year: Int?) -> String {
    guard let year, !agency.isEmpty else { return "" }
    return "\(agency)\(year)年\(title)"
  }

  /// The values of `previous` that a report of the next year begins with: those of relations by which a field
  /// equals one of last year's.
  package func carriedValues(from previous: Report) -> [FieldName: FieldValue] {
    var carried: [FieldName: FieldValue] = [:]
    for instance in carriedInstances {
      guard let left = instance.left.first, let right = instance.right.first,
        let value = previous.found(right.field)
      else { continue }
      carried[left.field] = value
    }
    return carried
  }
}
