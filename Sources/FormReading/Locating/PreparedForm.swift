import ReportModel
import Synchronization

/// A form with what its tables are found by, each made when it is first needed.
final class PreparedForm: Sendable {
  /// The form.
  let definition: FormDefinition
  private let axes = Mutex<[TableAxes]?>(nil)
  private let plans = Mutex<[TablePlan]?>(nil)
  private let labels = Mutex<ProseLabels?>(nil)

  private let known: KnownLabels

  /// Prepares `definition`; the labels of all forms are `known`.
  init(_ definition: FormDefinition, known: KnownLabels? = nil) {
    self.definition = definition
    self.known = known ?? KnownLabels { [definition] }
  }

  /// Its tables with their labels ready to be matched, in its order.
  var tables: [TableAxes] {
    axes.withLock { axes in
      if let axes { return axes }
      let made = definition.orderedTables.map { TableAxes($0, known) }
      axes = made
      return made
    }
  }

  /// What its prose is found by.
  var prose: ProseLabels {
    labels.withLock { labels in
      if let labels { return labels }
      let made = ProseLabels(definition)
      labels = made
      return made
    }
  }

  /// Its tables as our own template draws them, in its order.
  var drawings: [TablePlan] {
    plans.withLock { plans in
      if let plans { return plans }
      let made = definition.orderedTables.map(TablePlan.init)
      plans = made
      return made
    }
  }
}

extension FormDefinition {
  /// The tables, in the order that they have among the form's parts.
  var orderedTables: [FormTable] {
    parts.compactMap { part in
      guard case .table(let table) = part else { return nil }
      return table
    }
  }
}
