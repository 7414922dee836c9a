import Diagnostics
import Foundation
import ReportModel
import Templates
import TestSupport
import Testing

@Suite("The JSON Schemas") struct SchemaTests {
  @Test("reports satisfy theirs, with every kind of value and member", arguments: [2021, 2019])
  func describesReports(year: Int) throws {
    let schema = try JSONSchema("docs/schema/report.schema.json")
    let form = try BuiltInForms.form(year)
    var sample = SampleReport(form)
    var report = sample.correct()
    #expect(try schema.problems(in: ReportJSON.text(report, form).utf8) == [])
    report[form.fields[0]] = .blank
    report[form.fields[1]] = .notApplicable
    report[form.fields[2]] = .unreadable("3/5")
    report[form.fields[3]] = .number(try #require(Decimal(exactly: "12.3456")))
    report.tables["proceedings"] = nil
    report.year = nil
    report.contact = ["phone": "1"]
    report.notes = [form.fields[3]: "约"]
    report.source = Report.Source(file: "a.xlsx", kind: "xlsx", producer: "WPS")
    #expect(try schema.problems(in: ReportJSON.text(report, form).utf8) == [])
    #expect(try schema.problems(in: ReportJSON.line(report, form).utf8) == [])
  }

  @Test("findings satisfy theirs")
  func describesFindings() throws {
    let schema = try JSONSchema("docs/schema/finding.schema.json")
    let form = try BuiltInForms.form(2021)
    var report = Report(form: form.id, year: 2022)
    for field in form.fields { report[field] = .number(1) }
    report[form.fields[0]] = .number(-1)
    report[form.fields[20]] = .notApplicable
    let findings = RelationChecker(form).check(
      report, previous: Report(form: form.id, year: 2020, tables: report.tables), file: "a.xlsx")
    #expect(Set(findings.map(\.rule.name)).count > 5)
    for finding in findings + [
      Finding(rule: "file.unreadable", severity: .error, message: Phrase(zh: "坏", en: "bad"))
    ] {
      #expect(try schema.problems(in: FindingJSON(language: .zh).line(finding).utf8) == [])
    }
  }

  @Test("form definitions satisfy theirs")
  func describesDefinitions() throws {
    let schema = try JSONSchema("docs/schema/form-definition.schema.json")
    for definition in Templates.definitions.map(\.json) + [
      Array(FormDefinitionTests.indicators.utf8)
    ] {
      #expect(try schema.problems(in: definition) == [])
    }
  }

  @Test(
    "what is wrong does not satisfy them",
    arguments: [
      ("report", #"{"form": "x"}"#, ["$: required"]),
      (
        "report",
        #"{"form": "x", "title": "", "agency": "", "year": 1.5, "sections": {}, "tables": {"a": {"b": {"c": "9"}}}}"#,
        ["$.tables.a.b.c: oneOf", "$.year: type"]
      ),
      (
        "report",
        #"{"form": "x", "title": "", "agency": "", "year": 1, "sections": {}, "tables": {"a": {"b": {"c": true}}}, "more": 1}"#,
        ["$.more: additionalProperties", "$.tables.a.b.c: oneOf"]
      ),
      (
        "finding",
        #"{"file": "a", "rule": "a b", "severity": "fatal", "message": "x", "left": 1, "cells": [{}]}"#,
        ["$: dependentRequired", "$.cells[0]: required", "$.rule: pattern", "$.severity: enum"]
      ),
      (
        "form-definition", #"{"id": "x", "title": " ", "source": "s", "order": [], "tables": []}"#,
        ["$.order: minItems", "$.tables: minItems", "$.title: pattern"]
      ),
    ])
  func refuses(schema: String, json: String, problems: [String]) throws {
    let schema = try JSONSchema("docs/schema/\(schema).schema.json")
    #expect(try schema.problems(in: json.utf8) == problems)
  }

  /// A second opinion from the reference implementation, where it is installed.
  @Test("are valid JSON Schemas, as Python's jsonschema sees them", .enabled(if: python != nil))
  func areValidSchemas() throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(Self.python))
    process.currentDirectoryURL = SharedMaterial.checkout
    process.arguments = [
      "-c",
      """
      import json, jsonschema
      def load(path): return json.load(open(path, encoding="utf-8"))
      for name in ("report", "finding", "form-definition"):
          jsonschema.Draft202012Validator.check_schema(load(f"docs/schema/{name}.schema.json"))
      schema = load("docs/schema/form-definition.schema.json")
      for year in (2019, 2021):
          jsonschema.validate(load(f"Templates/gov-info-disclosure-{year}.json"), schema)
      """,
    ]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  /// A Python that has jsonschema.
  private static let python: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    guard
      let python = folders.map({ "\($0)/python3" }).first(where: {
        FileManager.default.isExecutableFile(atPath: $0)
      })
    else { return nil }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: python)
    process.arguments = ["-c", "import jsonschema"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return nil }
    process.waitUntilExit()
    return process.terminationStatus == 0 ? python : nil
  }()
}
