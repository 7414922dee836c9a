import ReportModel
import Threads

/// A form with the data by which its tables and prose are found, each made on first use.
final class PreparedForm: Sendable {
  /// The form.
  let definition: FormDefinition
  private let axes = MadeOnce<[TableAxes]>()
  private let plans = MadeOnce<[TablePlan]>()
  private let labels = MadeOnce<ProseLabels>()

  private let known: KnownLabels

  /// Prepares `definition`; the labels of all forms are `known`.
  init(_ definition: FormDefinition, known: KnownLabels? = nil) {
    self.definition = definition
    self.known = known ?? KnownLabels { [definition] }
  }

  /// Its tables with their labels ready to be matched, in its order.
  var tables: [TableAxes] { axes { definition.orderedTables.map { TableAxes($0, known) } } }

  /// The labels of its prose.
  var prose: ProseLabels { labels { ProseLabels(definition) } }

  /// Its tables as our own template draws them, in its order.
  var drawings: [TablePlan] { plans { definition.orderedTables.map(TablePlan.init) } }
}

extension FormDefinition {
  /// The tables, in the order of the form's parts.
  var orderedTables: [FormTable] {
    parts.compactMap { part in
      guard case .table(let table) = part else { return nil }
      return table
    }
  }
}
