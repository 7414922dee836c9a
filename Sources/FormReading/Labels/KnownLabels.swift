import ReportModel
import Threads

/// The labels of rows, columns and groups of all forms: what a text may mean other than the label that it
/// resembles.
///
/// They are made when a text first differs from its label.
final class KnownLabels: Sendable {
  private let forms: @Sendable () -> [FormDefinition]
  private let made = MadeOnce<Labels>()

  /// The labels, and the ``FormLabel/characters`` of each.
  private struct Labels: Sendable {
    let labels: [FormLabel]
    let characters: [UInt64]
  }

  /// Makes the labels of the forms that `forms` returns.
  init(of forms: @escaping @Sendable () -> [FormDefinition]) { self.forms = forms }

  private var labels: Labels {
    made {
      let all = Self.labels(of: forms())
      return Labels(labels: all, characters: all.map(\.characters))
    }
  }

  private static func labels(of forms: [FormDefinition]) -> [FormLabel] {
    var seen: Set<[String]> = []
    var labels: [FormLabel] = []
    for table in forms.flatMap(\.tables) {
      let axes =
        table.rows.map { ($0.path, $0.aliases ?? []) }
        + table.columns.map { ($0.path, $0.aliases ?? []) }
      for (path, aliases) in axes {
        for group in path.dropLast() where seen.insert([group]).inserted {
          labels.append(FormLabel(path: [group]))
        }
        guard let own = path.last, seen.insert([own] + aliases).inserted else { continue }
        labels.append(FormLabel(path: [own], aliases: aliases))
      }
    }
    return labels
  }

  /// The least amount by which the score for another label must exceed the label's own.
  private static let margin = 0.02

  /// Whether `text` matches another label better than `label`, which it matches with `score`.
  func resemblesAnother(_ text: LabelText, than label: FormLabel, score: Double) -> Bool {
    let signature = FormLabel.characters(of: text.core)
    let known = labels
    return known.characters.indices.contains { index in
      guard LabelSimilarity.isPossible(text, signature, known.characters[index]) else {
        return false
      }
      let other = known.labels[index]
      guard !other.owns.contains(where: { own in label.owns.contains { $0.core == own.core } }),
        let found = LabelSimilarity.score(text, other, signature: signature, isSame: Self.isSame),
        found.score > score + Self.margin
      else { return false }
      return !other.owns.contains { own in
        label.owns.contains { LabelDifference(own.core, $0.core).isFillerOnly }
      }
    }
  }

  private static func isSame(_ text: [UInt16], _ label: [UInt16]) -> Bool {
    LabelDifference(text, label).isInWordingOnly
  }
}
