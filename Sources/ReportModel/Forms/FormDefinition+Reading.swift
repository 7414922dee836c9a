import Diagnostics

extension FormDefinition {
  /// Reads the definition in `json`.
  ///
  /// - Parameters:
  ///   - json: The definition.
  ///   - isTrusted: Skips the search for ``contradictions``, for a definition that is known to have none; the
  ///     search takes as long as the reading.
  /// - Throws: ``FormDefinitionError`` with everything that ``problems(in:)`` finds.
  package init(json: [UInt8], isTrusted: Bool = false) throws(FormDefinitionError) {
    var reader = DefinitionReader()
    let definition = Self.read(json, &reader)
    let problems = reader.problems + (isTrusted ? [] : definition?.contradictions ?? [])
    guard let definition, problems.isEmpty else { throw FormDefinitionError(problems: problems) }
    self = definition
  }

  /// All problems of the definition in `json`, in its order; empty if it can be used.
  package static func problems(in json: [UInt8]) -> [FormProblem] {
    do throws(FormDefinitionError) {
      _ = try FormDefinition(json: json)
      return []
    } catch {
      return error.problems
    }
  }

  private static func read(_ json: [UInt8], _ reader: inout DefinitionReader) -> Self? {
    do throws(JSONSyntaxError) {
      return FormDefinition(try JSONParser.parse(json), &reader)
    } catch {
      reader.report(.root, zh: error.phrase.zh, en: error.phrase.en)
      return nil
    }
  }

  private init?(_ value: JSONValue, _ reader: inout DefinitionReader) {
    let known = [
      "$schema", "id", "title", "titleAliases", "source", "firstYear", "lastYear", "order",
      "instructions",
      "contact", "sections", "tables", "relations", "prose",
    ]
    guard let object = reader.object(value, at: .root, known: known) else { return nil }
    id = reader.text("id", of: object)
    title = reader.text("title", of: object)
    titleAliases = reader.optionalTexts("titleAliases", of: object) ?? []
    source = reader.text("source", of: object)
    firstYear = reader.optionalInteger("firstYear", of: object)
    lastYear = reader.optionalInteger("lastYear", of: object)
    order = reader.texts("order", of: object)
    instructions = reader.optionalTexts("instructions", of: object) ?? []
    contact = reader.elements("contact", of: object, read: FormContact.read)
    sections = reader.elements("sections", of: object, read: FormSection.read)
    tables = reader.required("tables", of: object, read: FormTable.read)
    relations = reader.elements("relations", of: object, read: Relation.read)
    prose = reader.elements("prose", of: object, read: ProseClaim.read)
  }
}

extension FormContact {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    reader.object(value, at: place, known: ["id", "label"]).map {
      FormContact(id: reader.text("id", of: $0), label: reader.text("label", of: $0))
    }
  }
}

extension FormSection {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    reader.object(value, at: place, known: ["id", "label", "aliases", "sheet"]).map {
      FormSection(
        id: reader.text("id", of: $0), label: reader.text("label", of: $0),
        aliases: reader.optionalTexts("aliases", of: $0), sheet: reader.text("sheet", of: $0))
    }
  }
}

extension FormTable {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    let known = [
      "id", "label", "aliases", "sheet", "arrangement", "corner", "columns", "rows",
    ]
    return reader.object(value, at: place, known: known).map {
      FormTable(
        id: reader.text("id", of: $0), label: reader.text("label", of: $0),
        aliases: reader.optionalTexts("aliases", of: $0), sheet: reader.text("sheet", of: $0),
        arrangement: reader.word("arrangement", of: $0) ?? .matrix,
        corner: reader.optionalText("corner", of: $0),
        columns: reader.required("columns", of: $0, read: FormColumn.read),
        rows: reader.required("rows", of: $0, read: FormRow.read))
    }
  }
}

extension FormColumn {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    let known = ["id", "path", "kind", "unit", "decimals", "aliases", "isTotal"]
    return reader.object(value, at: place, known: known).map {
      FormColumn(
        id: reader.text("id", of: $0), path: reader.texts("path", of: $0),
        kind: reader.word("kind", of: $0) ?? .count, unit: reader.optionalText("unit", of: $0),
        decimals: reader.optionalInteger("decimals", of: $0),
        aliases: reader.optionalTexts("aliases", of: $0),
        isTotal: reader.optionalBoolean("isTotal", of: $0))
    }
  }
}

extension FormRow {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    let known = ["id", "path", "columns", "aliases", "isTotal", "takesGroup"]
    return reader.object(value, at: place, known: known).map {
      FormRow(
        id: reader.text("id", of: $0), path: reader.texts("path", of: $0),
        columns: reader.optionalTexts("columns", of: $0),
        aliases: reader.optionalTexts("aliases", of: $0),
        isTotal: reader.optionalBoolean("isTotal", of: $0),
        takesGroup: reader.optionalBoolean("takesGroup", of: $0))
    }
  }
}

extension Relation {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    let known = [
      "rule", "table", "each", "only", "left", "comparison", "right", "severity", "statement",
      "source",
    ]
    return reader.object(value, at: place, known: known).map {
      Relation(
        rule: RuleID(reader.text("rule", of: $0)), table: reader.text("table", of: $0),
        each: reader.word("each", of: $0) ?? .column,
        only: reader.optionalTexts("only", of: $0),
        left: reader.terms("left", of: $0), right: reader.terms("right", of: $0),
        comparison: reader.word("comparison", of: $0) ?? .equal,
        severity: reader.word("severity", of: $0) ?? .error,
        statement: reader.phrase("statement", of: $0), source: reader.phrase("source", of: $0))
    }
  }
}

extension ProseClaim {
  static func read(
    _ reader: inout DefinitionReader, _ value: JSONValue, _ place: DefinitionPlace
  ) -> Self? {
    let known = ["rule", "section", "after", "context", "except", "sums", "statement"]
    return reader.object(value, at: place, known: known).map {
      ProseClaim(
        rule: RuleID(reader.text("rule", of: $0)), section: reader.text("section", of: $0),
        after: reader.texts("after", of: $0), context: reader.optionalTexts("context", of: $0),
        except: reader.optionalTexts("except", of: $0),
        sums: reader.required("sums", of: $0) { reader, value, place in
          reader.terms(value, at: place)
        }, statement: reader.phrase("statement", of: $0))
    }
  }
}
