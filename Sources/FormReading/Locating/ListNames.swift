import ReportModel

/// The labels of a list anywhere in a grid, found once for all lists beside each other.
final class ListNames {
  private let site: TableContext

  init(_ site: TableContext) { self.site = site }

  /// The table's groups that the grid names.
  private(set) lazy var groups = Set(labels.compactMap { site.matches[$0].lineGroup })

  /// The cells that are exactly the label of a column, by the column's id.
  private(set) lazy var columns: [String: [GridView.Cell]] = {
    var found: [String: [GridView.Cell]] = [:]
    for row in site.view.rows {
      for cell in row.cells {
        guard let label = cell.label else { continue }
        for match in site.matches.columns(label) where match.isExact {
          found[site.table.columns[match.label].id, default: []].append(cell)
        }
      }
    }
    return found
  }()

  private var labels: Set<Int> {
    site.view.rows.reduce(into: []) { labels, row in
      for cell in row.cells { if let label = cell.label { labels.insert(label) } }
    }
  }
}
