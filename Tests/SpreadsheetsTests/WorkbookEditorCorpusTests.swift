import Diagnostics
import Foundation
import Spreadsheets
import TestSupport
import Testing

/// Sets one number in real workbooks and looks at everything that must stay.
///
/// Every twentieth workbook of the corpus by default, all of them with `ALL_WORKBOOKS` set.
@Suite(.enabled(if: SharedMaterial.isPresent("corpus/visible.tsv")))
struct WorkbookEditorCorpusTests {
  static let paths: [String] = {
    let table = SharedMaterial.url("corpus/visible.tsv")
    let text = (try? String(contentsOf: table, encoding: .utf8)) ?? ""
    let kinds = ["plain xlsx", "macro xlsm", "strict OOXML"]
    let paths = text.split(separator: "\n").dropFirst().compactMap { line -> String? in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count > 6, kinds.contains(String(fields[1])) else { return nil }
      return "corpus/" + fields[6]
    }
    guard ProcessInfo.processInfo.environment["ALL_WORKBOOKS"] == nil else { return paths }
    return paths.enumerated().filter { $0.offset % 20 == 7 }.map(\.element)
  }()

  /// A sheet and a cell of it that holds a number and no formula.
  private struct Target {
    var sheet: SheetInfo
    var cell: CellReference
    var value: Double
  }

  @Test(arguments: paths) func `changes one cell and nothing else`(_ path: String) throws {
    let path = SharedMaterial.url(path).path
    guard let target = try? Self.target(in: path) else { return }
    let folder = try TemporaryFolder()
    let new = target.value == 424_242.5 ? 424_243.5 : 424_242.5
    do {
      let editor = try WorkbookEditor(path: path)
      try editor.set(.number(new), at: target.cell, inSheet: target.sheet.name)
      try editor.save(to: folder.path("edited.xlsx"))
    } catch let error as WorkbookEditorError {
      #expect(
        [.signed, .isArray, .encoding, .isTwice].contains(Self.kind(of: error.reason)), "\(error)")
      return
    }
    try expectOthersSame(path, folder.path("edited.xlsx"))
    try expectCellsSame(path, folder.path("edited.xlsx"), but: target, new)
  }

  private func expectOthersSame(_ path: String, _ edited: String) throws {
    guard let before = try StoredEntries(path: path) else { return }
    let after = try #require(try StoredEntries(path: edited))
    #expect(before.names == after.names)
    let changed = before.names.filter { before.entries[$0] != after.entries[$0] }
    #expect((1...2).contains(changed.count))
    for name in changed {
      #expect(name.lowercased().hasSuffix("workbook.xml") || name.lowercased().contains("sheet"))
    }
  }

  private func expectCellsSame(
    _ path: String, _ edited: String, but target: Target, _ new: Double
  ) throws {
    let (before, after) = (try Workbook(path: path), try Workbook(path: edited))
    #expect(before.sheets == after.sheets)
    for sheet in before.sheets where sheet.hasCells {
      let old = try before.allRows(ofSheet: sheet.index)
      let now = try after.allRows(ofSheet: sheet.index)
      #expect(old.map(\.number) == now.map(\.number))
      var differences: [CellReference] = []
      for (one, other) in zip(old, now) where one != other {
        #expect(one.cells.map(\.reference) == other.cells.map(\.reference))
        for (cell, changed) in zip(one.cells, other.cells) where cell != changed {
          differences.append(cell.reference)
          #expect(changed.value == .number(new))
          #expect(changed.format == cell.format)
        }
      }
      #expect(differences == (sheet.index == target.sheet.index ? [target.cell] : []))
    }
  }

  /// The first number in a workbook that our reader reads; nil where it has none.
  private static func target(in path: String) throws -> Target? {
    let workbook = try Workbook(path: path)
    for sheet in workbook.sheets where sheet.hasCells {
      for cell in try workbook.allRows(ofSheet: sheet.index).flatMap(\.cells)
      where cell.formula == nil {
        guard case .number(let value) = cell.value else { continue }
        return Target(sheet: sheet, cell: cell.reference, value: value)
      }
    }
    return nil
  }

  private enum Refusal { case signed, isArray, encoding, isTwice, other }

  private static func kind(of reason: WorkbookEditorError.Reason) -> Refusal {
    switch reason {
    case .signed: .signed
    case .arrayFormula: .isArray
    case .encoding: .encoding
    case .cellTwice: .isTwice
    default: .other
    }
  }
}
