import Documents
import Foundation
import ReportModel

extension Mutator {
  /// What makes another quantity out of a label: in place of a word of it, in front of it, behind it.
  private static let replacements = [
    ("本年", "上年"), ("本年", "去年"), ("本年", "计划"), ("上年", "前年"), ("不", ""), ("未", ""), ("无", "有"),
    ("有效", "失效"), ("维持", "未维持"), ("后", "前"),
  ]
  private static let fronts = ["非", "不", "上年", "去年", "拟", "应", "其中：", "累计"]
  private static let ends = ["率", "占比", "（上年）", "（其中）", "计划"]

  /// A label that says something else, wherever it stands in `drawing`.
  mutating func otherMeaning(_ drawing: Drawing) -> Drawing? {
    let places = labels(drawing).filter { !(text(drawing, $0) ?? "").isEmpty }
    guard let place = pick(places), let old = text(drawing, place) else { return nil }
    let new: String?
    switch pick(0..<3) {
    case 0:
      new = pick(Self.replacements.filter { old.contains($0.0) }).map {
        old.replacingOccurrences(of: $0.0, with: $0.1)
      }
    case 1:
      let ordinal = old.prefixMatch(of: /（.）|[0-9]\.|.、/).map { old[$0.range] } ?? ""
      new = pick(Self.fronts).map { ordinal + $0 + old.dropFirst(ordinal.count) }
    default: new = pick(Self.ends).map { old + $0 }
    }
    guard let new else { return nil }
    var drawing = drawing
    for place in labels(drawing) where text(drawing, place) == old {
      drawing.squares[place] = .label(new)
    }
    return drawing
  }

  private func text(_ drawing: Drawing, _ place: GridReference) -> String? {
    guard case .label(let text)? = drawing.squares[place] else { return nil }
    return text
  }
}

extension FormTable {
  /// The fields that a label of a row, a column or a group leads to.
  func fields(under label: String) -> [FieldName] {
    let rows = rows.filter {
      $0.path.contains(label) || $0.path.joined() == label
        || $0.path.suffix(2).joined(separator: "-") == label
    }.map(\.id)
    let columns = columns.filter { $0.path.contains(label) }.map(\.id)
    return fields.filter { rows.contains($0.row) || columns.contains($0.column) }
  }
}
