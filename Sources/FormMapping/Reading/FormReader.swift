package import Grids
package import ReportModel

/// Reads a report out of whatever an agency sent in.
///
/// Tables are found by their labels wherever they stand; the defined names of our own templates are taken
/// as proof where they are there. What is not certain is not read, and a finding says so.
package struct FormReader: Sendable {
  /// The forms that are looked for.
  package let forms: [FormDefinition]

  /// Makes a reader of `forms`.
  package init(forms: [FormDefinition]) { self.forms = forms }

  /// Reads the report that `document` holds.
  ///
  /// - Parameters:
  ///   - document: The submission.
  ///   - file: The name that findings give the submission.
  ///   - form: The id of the form to read; nil to recognise it.
  /// - Returns: The report, where its fields stand, and what is to be said about the reading.
  /// - Throws: ``FormUnrecognised`` where no table of a form is found.
  package func read(
    _ document: GridDocument, file: String, form: String? = nil
  ) throws -> FormReading {
    let candidates = forms.filter { form == nil || $0.id == form }
    let readings = candidates.map { NamedReading(document, $0).reading(file: file) }
    guard let best = readings.max(by: { $0.score < $1.score }), best.score > 0 else {
      throw FormUnrecognised(
        forms: candidates.map(\.id), tables: candidates.first?.tables.map(\.label) ?? [],
        sheets: document.grids.map(\.name))
    }
    return best
  }
}
