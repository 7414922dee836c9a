import Diagnostics
import Documents
import FormReading
import ReportModel

/// A mutated document and what it should say.
struct MutationTrial {
  let seed: UInt64
  let mutation: Mutation
  let sample: Sample
  let document: GridDocument
  /// The document before the mutation, with other numbers: its layout is known when the mutation comes.
  let twin: GridDocument
  let name: String
  /// The fields whose labels say something else after the mutation: none of them may be read.
  private let forbidden: [FieldName]

  init?(seed: UInt64) {
    self.seed = seed
    var vandal = Mutator(seed: seed &* 7919 &+ 13)
    let kinds = UInt64(Mutation.allCases.count)
    // Each kind meets both forms, however many kinds there are
    let form = (seed + seed / kinds) % 3 == 0 ? Forms.form2019 : Forms.form2021
    var sample = Sample(distinct: form, seed: seed)
    let target = vandal.pick(form.tables.indices) ?? 0
    mutation = Mutation.allCases[Int(seed % kinds)]
    var drawings: [Drawing] = []
    var originals: [Drawing] = []
    var style = ""
    var forbidden: [FieldName] = []
    // Of a shifted line with blanks nothing may stand outside the table any more
    if !mutation.shifts, vandal.pick(0..<4) == 0 {
      for field in form.fields where vandal.pick(0..<5) == 0 { sample.values[field] = .blank }
      style += "+blanks"
    }
    for (index, table) in form.tables.enumerated() {
      let layouts = Self.layouts(table)
      let choice = index == target ? vandal.pick(layouts.indices) ?? 0 : 0
      var drawing = layouts[choice]
      var original = drawing
      if index == target {
        style += " \(table.id) layout \(choice)"
        guard let mutated = vandal.apply(mutation, to: drawing) else { return nil }
        if mutation == .blankRow || vandal.labels(mutated) == vandal.labels(drawing) {
          let left = Set(mutated.squares.values)
          for field in table.fields where !left.contains(.field(field)) && mutation.blanks {
            sample.values[field] = .blank
          }
        }
        // A program that merges cells keeps their only number; merged blanks hide none
        if mutation == .mergeValues, let area = mutated.merges.last,
          case .field(let kept)? = drawing[area.topLeft.row, area.topLeft.column],
          case .field(let gone)? = drawing[area.bottomRight.row, area.bottomRight.column],
          sample.values[kept] == .blank
        {
          sample.values[gone] = .blank
        }
        if mutation == .otherMeaning {
          let gone = Set(drawing.texts).subtracting(mutated.texts)
          style += " \(gone) \(Set(mutated.texts).subtracting(drawing.texts))"
          forbidden = gone.flatMap(table.fields(under:))
        }
        drawing = mutated
        // Without its merged area a value that was merged away is simply blank
        if vandal.pick(0..<3) == 0, mutation != .mergeValues {
          (drawing, original) = (drawing.unmerged, original.unmerged)
        }
      }
      drawings.append(drawing)
      originals.append(original)
    }
    name = "\(mutation)\(style)"
    self.sample = sample
    self.forbidden = forbidden
    let isOneSheet = vandal.pick(0..<2) == 0
    document = Self.document(drawings, sample, isOneSheet: isOneSheet)
    twin = Self.document(
      originals, Sample(distinct: form, seed: seed + 1), isOneSheet: isOneSheet)
  }

  private static func document(
    _ drawings: [Drawing], _ sample: Sample, isOneSheet: Bool
  ) -> GridDocument {
    let painter = GridPainter()
    guard !isOneSheet else {
      let all = drawings.dropFirst().reduce(drawings[0]) { $0.above($1, gap: 2) }
      return GridDocument(kind: "xlsx", grids: [painter.grid(all, sample)])
    }
    return GridDocument(
      kind: "xlsx",
      grids: drawings.enumerated().map { painter.grid($1, sample, name: "Sheet\($0 + 1)") })
  }

  static func layouts(_ table: FormTable) -> [Drawing] {
    let draughtsman = LayoutBuilder(table: table)
    let official = draughtsman.official()
    var layouts = [
      official, official.unmerged, official.repeated, official.transposed, draughtsman.list(),
      official.moved(down: 2, right: 2),
    ]
    if table.arrangement != .blocks {
      layouts +=
        LayoutBuilder.LabelStyle.allCases.map { draughtsman.narrow($0) } + [draughtsman.matrix()]
    }
    return layouts
  }

  /// What came of reading it.
  enum Outcome {
    /// Every field has its own value or is named by a finding.
    case safe
    /// No form was recognised.
    case refused
    /// A value is wrong, and nothing says so.
    case silent(String)
    /// A field whose value a person would be sure of was not read.
    case unread(String)
  }

  /// Reads it, after its twin.
  func outcome(_ reader: FormReader) -> Outcome {
    let form = sample.definition.id
    _ = try? reader.read(twin, file: "twin.xlsx", form: form)
    guard let reading = try? reader.read(document, file: "form.xlsx", form: form) else {
      return .refused
    }
    let named = Set(reading.findings.flatMap(\.cells).compactMap(\.field))
    let wrong = sample.definition.fields.filter {
      reading.report.found($0) ?? .blank != sample.values[$0]
    }
    if let first = wrong.first(where: { !named.contains($0.description) }) {
      return .silent(description(first, reading, wrong.count))
    }
    if let first = forbidden.first(where: { reading.places[$0] != nil }) {
      return .silent(description(first, reading, forbidden.count))
    }
    guard mutation.isHarmless, let first = wrong.first else { return .safe }
    return .unread(description(first, reading, wrong.count))
  }

  private func description(_ field: FieldName, _ reading: FormReading, _ count: Int) -> String {
    let read = reading.report.found(field).map { "\($0)" } ?? "nothing"
    let said =
      reading.findings.first { $0.cells.contains { $0.field == field.description } }
      .map { "\($0.rule.name): \($0.message.en)" } ?? "nothing said"
    let value = sample.values[field].map { "\($0)" } ?? "?"
    return "seed \(seed) \(name): \(field) is \(value), read \(read) (\(count) fields), \(said)"
  }
}
