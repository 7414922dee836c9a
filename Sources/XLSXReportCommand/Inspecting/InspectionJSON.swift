import Diagnostics
import FormReading
import ReportModel

/// An inspection as one JSON object.
enum InspectionJSON {
  /// The object, indented, with a line break at the end.
  static func text(_ inspection: Inspection, withFields: Bool) -> String {
    var members: [(String, JSONTree)] = [
      ("file", .string(inspection.file.shownFileName)), ("bytes", .integer(inspection.byteCount)),
      ("kind", .string(inspection.kind)), ("producer", .optional(inspection.producer)),
      ("encoding", .optional(inspection.encoding)),
      ("sheets", .array(inspection.sheets.map(sheet))),
      ("paragraphs", .integer(inspection.paragraphs)),
      ("form", inspection.imported.map { form($0, withFields: withFields) } ?? .raw("null")),
      ("reason", .optional(inspection.unrecognised?.text)),
    ]
    if let readingPaths = inspection.readingPaths {
      members.append(("readers", .array(readingPaths.parts.map(readingPath))))
    }
    return JSONTree.object(members).indented + "\n"
  }

  private static func readingPath(_ part: ReadingPaths.Part) -> JSONTree {
    [
      "sheet": .optional(part.sheet), "reader": .string(part.readingPath.name),
      "why": .optional(part.readingPath.why?.text),
    ]
  }

  private static func sheet(_ sheet: Inspection.Sheet) -> JSONTree {
    [
      "name": .string(sheet.name), "range": .optional(sheet.range), "cells": .integer(sheet.cells),
      "formulas": .integer(sheet.formulas), "merges": .integer(sheet.merges),
      "hidden": .boolean(sheet.isHidden),
    ]
  }

  private static func form(_ imported: ImportedReport, withFields: Bool) -> JSONTree {
    var members: [(String, JSONTree)] = [
      ("id", .string(imported.definition.id)), ("agency", .string(imported.report.agency)),
      ("year", .integer(imported.report.year)),
    ]
    let summary = FindingSummary(imported.findings)
    members.append(
      (
        "findings",
        [
          "errors": .integer(summary.errors), "warnings": .integer(summary.warnings),
          "notes": .integer(summary.notes),
        ]
      ))
    guard let reading = imported.reading else { return .object(members) }
    members += [
      ("score", .raw(score(reading.score))),
      (
        "candidates",
        .array(
          reading.candidates.map { ["form": .string($0.form), "score": .raw(score($0.score))] })
      ),
      ("tables", .array(reading.tables.map(table))),
      ("looseLabels", .array(reading.looseLabels.map(label))),
      (
        "evidence",
        [
          "agency": reading.identity.agencyStatement.map(statement) ?? .raw("null"),
          "year": reading.identity.yearStatement.map(statement) ?? .raw("null"),
        ]
      ),
    ]
    if withFields { members.append(("fields", .array(fields(imported)))) }
    return .object(members)
  }

  private static func table(_ table: TablePlace) -> JSONTree {
    [
      "table": .string(table.table), "sheet": .string(table.sheet), "range": .string(table.range),
      "evidence": .string(table.evidence.rawValue), "layout": .string(table.layout.rawValue),
      "found": .integer(table.found), "fields": .integer(table.fields),
    ]
  }

  private static func statement(_ statement: IdentityStatement) -> JSONTree {
    [
      "by": .string(statement.evidence.name), "text": .string(statement.text),
      "sheet": .optional(statement.sheet), "ref": .optional(statement.reference),
    ]
  }

  private static func label(_ label: LooseLabel) -> JSONTree {
    [
      "sheet": .string(label.sheet), "ref": .string(label.reference), "text": .string(label.text),
      "label": .string(label.label), "score": .raw(score(label.score)),
    ]
  }

  private static func fields(_ imported: ImportedReport) -> [JSONTree] {
    imported.definition.fields.map { field in
      let cell = imported.cell(field)
      let value: JSONTree =
        switch cell.value {
        case .number(let number): .raw("\(number)")
        case .blank: .raw("null")
        case .text(let text): .string(text)
        }
      return [
        "field": .string(field.description), "sheet": .optional(cell.sheet),
        "ref": .optional(cell.reference), "value": value,
      ]
    }
  }

  /// A score with at most three decimals.
  private static func score(_ score: Double) -> String {
    guard score.isFinite else { return "0" }
    return "\((min(max(score, 0), 1) * 1000).rounded() / 1000)"
  }
}
