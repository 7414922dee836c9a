#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif
extension ReportJSON {
  /// The report in the JSON `bytes`, of one of `forms`.
  ///
  /// A field that is missing was not found; nor was a table that is missing or null.
  ///
  /// - Throws: `JSONSyntaxError` for invalid JSON, ``ReportJSONError`` for JSON that is not a report.
  package static func read(_ bytes: [UInt8], forms: [FormDefinition]) throws -> Report {
    try read(bytes, in: FormLibrary(forms))
  }

  /// The report in the JSON `bytes`, of one of the forms of `library`.
  ///
  /// - Throws: As ``read(_:forms:)``.
  package static func read(_ bytes: [UInt8], in library: FormLibrary) throws -> Report {
    try report(try JSONParser.parse(bytes), library)
  }

  /// Whether `bytes` begin like a report's JSON: an object whose first member is `form`.
  package static func looksLikeReport(_ bytes: some Sequence<UInt8>) -> Bool {
    let marks = bytes.lazy.filter { $0 > 0x20 && $0 < 0x80 }.prefix(8)
    return marks.elementsEqual("{\"form\":".utf8)
  }

  private static func report(
    _ value: JSONValue, _ library: FormLibrary
  ) throws(ReportJSONError) -> Report {
    let members = [
      "form", "title", "agency", "year", "source", "contact", "sections", "tables", "notes",
    ]
    let object = try JSONObject(value, at: "", members: members)
    guard let id = try object.text("form") else {
      throw ReportJSONError(path: "form", reason: .missing)
    }
    guard let form = library.form(id) else {
      throw ReportJSONError(path: "form", reason: .unknownForm(id, known: library.ids))
    }
    var report = Report(form: id)
    report.title = try object.text("title") ?? ""
    report.agency = try object.text("agency") ?? ""
    report.year = try object.integer("year")
    report.source = try object.object("source", members: ["file", "kind", "producer"])
      .map { source throws(ReportJSONError) in
        Report.Source(
          file: try source.text("file") ?? "", kind: try source.text("kind") ?? "",
          producer: try source.text("producer"))
      }
    report.contact = try object.object("contact", members: nil)?.texts() ?? [:]
    report.sections =
      try object.object("sections", members: form.sections.map(\.id))?.texts() ?? [:]
    for section in form.sections where report.sections[section.id] == nil {
      report.sections[section.id] = ""
    }
    for (name, note) in try object.object("notes", members: form.fields.map(\.description))?
      .texts() ?? [:]
    {
      guard let field = FieldName(name) else { continue }
      report.notes[field] = note
    }
    guard let tables = try object.object("tables", members: form.tables.map(\.id)) else {
      throw ReportJSONError(path: "tables", reason: .missing)
    }
    for table in form.tables { report.tables[table.id] = try tables.values(of: table) }
    return report
  }
}

/// An object of a report's JSON with its position.
private struct JSONObject {
  let members: [JSONValue.Member]
  let path: String

  /// Makes an object of `value`, which may have only the `known` members; nil allows all.
  init(_ value: JSONValue, at path: String, members known: [String]?) throws(ReportJSONError) {
    guard case .object(let members) = value else {
      throw ReportJSONError(path: path, reason: .wrongType(.object))
    }
    self.members = members
    self.path = path
    guard let known else { return }
    let names = Set(known)
    guard let stranger = members.first(where: { !names.contains($0.name) }) else { return }
    throw ReportJSONError(path: place(stranger.name), reason: .unknownMember(known: known))
  }

  func place(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// The value of `name`; nil when it is missing or null.
  func value(_ name: String) -> JSONValue? {
    let value = members.first { $0.name == name }?.value
    return value == .null ? nil : value
  }

  func text(_ name: String) throws(ReportJSONError) -> String? {
    guard let value = value(name) else { return nil }
    guard case .string(let text) = value else {
      throw ReportJSONError(path: place(name), reason: .wrongType(.string))
    }
    return text
  }

  func integer(_ name: String) throws(ReportJSONError) -> Int? {
    guard let value = value(name) else { return nil }
    guard case .number(let digits) = value, let number = Int(digits) else {
      throw ReportJSONError(path: place(name), reason: .wrongType(.integer))
    }
    return number
  }

  func object(_ name: String, members: [String]?) throws(ReportJSONError) -> JSONObject? {
    guard let value = value(name) else { return nil }
    return try JSONObject(value, at: place(name), members: members)
  }

  func texts() throws(ReportJSONError) -> [String: String] {
    var texts: [String: String] = [:]
    for member in members { texts[member.name] = try text(member.name) ?? "" }
    return texts
  }

  /// The values of a table; nil when it is missing or null.
  func values(of table: FormTable) throws(ReportJSONError) -> [FieldName: FieldValue]? {
    guard let value = value(table.id) else { return nil }
    guard case .object = value else {
      throw ReportJSONError(path: place(table.id), reason: .wrongType(.table))
    }
    let rows = try JSONObject(value, at: place(table.id), members: table.rows.map(\.id))
    var values: [FieldName: FieldValue] = [:]
    for member in rows.members {
      guard let row = table.row(member.name) else { continue }
      let cells = try JSONObject(
        member.value, at: rows.place(row.id), members: table.columns(of: row).map(\.id))
      for cell in cells.members {
        let field = FieldName(table: table.id, row: row.id, column: cell.name)
        values[field] = try cell.value.fieldValue(at: cells.place(cell.name))
      }
    }
    return values
  }
}

extension JSONValue {
  fileprivate func fieldValue(at path: String) throws(ReportJSONError) -> FieldValue {
    switch self {
    case .null: return .blank
    case .string("/"): return .notApplicable
    case .number(let text):
      guard let number = Decimal(exactly: text) else {
        throw ReportJSONError(path: path, reason: .inexactNumber(text))
      }
      return .number(number)
    case .object:
      guard let text = try JSONObject(self, at: path, members: ["text"]).text("text") else {
        throw ReportJSONError(path: path, reason: .wrongType(.value))
      }
      return .unreadable(text)
    case .array, .boolean, .string: throw ReportJSONError(path: path, reason: .wrongType(.value))
    }
  }
}
