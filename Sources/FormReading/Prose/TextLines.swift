import Documents

/// Collects the lines of text of a document that are not part of a located table.
struct TextLines {
  /// Stretches of lines: a table of the form or a new sheet starts the next.
  ///
  /// Other tables of a page or a Word document are lines as well, cell by cell.
  private(set) var stretches: [[TextLine]] = []

  private let document: GridDocument
  private let taken: [Int: [GridRange]]
  private let labels: LabelTexts

  /// The most cells of a grid that is read without labels of the form.
  private static let fewCells = 1_600

  /// Collects the lines of `document` outside the regions of `tables`; grids without labels of the form only
  /// if they are small, for a title.
  init(
    _ document: GridDocument, tables: [TableCandidate], relevant: Set<Int>, _ labels: LabelTexts
  ) {
    self.document = document
    self.labels = labels
    taken = Dictionary(grouping: tables, by: \.grid).mapValues { $0.map(\.region) }
    if document.blocks.isEmpty {
      for index in document.grids.indices { addGrid(index, isRelevant: relevant.contains(index)) }
    } else {
      stretches.append([])
      for block in document.blocks { addBlock(block) }
    }
  }

  private mutating func addBlock(_ block: GridDocument.Block) {
    switch block {
    case .paragraph(let text): add(text, nil, to: stretches.count - 1)
    case .table(let index):
      guard document.grids.indices.contains(index) else { return }
      let grid = document.grids[index]
      if taken[index] != nil {
        addGrid(index, isRelevant: true)
        stretches.append([])
      } else if grid.count == 1, let cell = grid.cells.first {
        add(ValueReader.text(cell.value), nil, to: stretches.count - 1)
      } else {
        addLines(of: index)
      }
    }
  }

  private mutating func addGrid(_ index: Int, isRelevant: Bool) {
    stretches.append([])
    let grid = document.grids[index]
    guard isRelevant || grid.count <= Self.fewCells else { return }
    addLines(of: index)
  }

  /// Adds the cells of a grid that are outside the form's tables.
  private mutating func addLines(of index: Int) {
    let grid = document.grids[index]
    var isOpen = true
    var mark: GridReference?
    for cell in grid.cells {
      if taken[index]?.contains(where: { $0.contains(cell.reference) }) ?? false {
        if isOpen, !(stretches.last?.isEmpty ?? true) { stretches.append([]) }
        isOpen = false
        continue
      }
      isOpen = true
      guard case .text(let text) = cell.value, text != TemplateConvention.proseHint else {
        continue
      }
      let place = cell.reference
      if text.trimmed == TemplateConvention.continuationMark {
        mark = place
        continue
      }
      add(
        text, TextLine.Place(grid: index, reference: place), to: stretches.count - 1,
        continues: mark?.row == place.row && mark?.column == place.column - 1)
    }
  }

  private static func isLineBreak(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  private mutating func add(
    _ text: String, _ place: TextLine.Place?, to stretch: Int, continues: Bool = false
  ) {
    guard text.utf8.contains(where: Self.mayBeginLineBreak) else {
      return add(line: text, place, to: stretch, continues: continues)
    }
    var continues = continues
    for line in text.unicodeScalars.split(whereSeparator: Self.isLineBreak) {
      add(line: String(line), place, to: stretch, continues: continues)
      continues = false
    }
  }

  private mutating func add(
    line: String, _ place: TextLine.Place?, to stretch: Int, continues: Bool
  ) {
    let text = line.trimmed
    guard !text.isEmpty else { return }
    stretches[stretch].append(TextLine(text: text, place: place, continues: continues, labels))
  }

  /// Whether a line break may begin with this byte in UTF-8.
  private static func mayBeginLineBreak(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A...0x0D, 0xC2, 0xE2: true
    default: false
    }
  }
}
