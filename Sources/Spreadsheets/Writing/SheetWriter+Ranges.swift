extension SheetWriter {
  /// Merges the cells of `range` into one, which shows the content of its top left cell.
  ///
  /// Overlapping ranges are detected when the sheet ends.
  public func merge(_ range: CellRange) throws {
    try check([range])
    guard range.firstRow < range.lastRow || range.firstColumn < range.lastColumn else {
      throw error(.mergedCell, cell: range.description)
    }
    features.merged.append(range)
  }

  /// Restricts the values that users can enter in the cells of `ranges`.
  public func validate(_ ranges: [CellRange], with rule: ValidationRule) throws {
    try check(ranges)
    do {
      try rule.check()
    } catch let fault as WorkbookWriterError {
      throw fault.at(sheet: name, cell: ranges.first?.description)
    }
    features.validations.append((ranges, rule))
  }

  /// Changes the style of the cells of `ranges` while a condition is true.
  public func format(_ ranges: [CellRange], when format: ConditionalFormat) throws {
    try check(ranges)
    let formulas =
      switch format.condition {
      case .expression(let formula): [formula]
      case .value(let comparison): comparison.formulas
      }
    for formula in formulas {
      let units = formula.utf16.count
      guard (1...8192).contains(units) else {
        throw error(.formulaLength(units), cell: ranges.first?.description)
      }
    }
    features.formats.append((ranges, format, try host.differentialStyle(format.style)))
  }

  /// Makes `range` a hyperlink.
  public func link(_ range: CellRange, to target: LinkTarget, tip: String? = nil) throws {
    try check([range])
    let text =
      switch target {
      case .location(let location): location
      case .address(let address): address
      }
    let units = text.utf16.count
    guard (1...2079).contains(units) else {
      throw error(.linkLength(units), cell: range.description)
    }
    guard features.links.count < 65_530 else { throw error(.tooManyLinks) }
    features.links.append(.init(range: range, target: target, tip: tip))
  }

  /// Adds a filter to `range`, whose first row contains the headers.
  public func filter(_ range: CellRange) throws {
    try check([range])
    features.filter = range
  }

  /// Protects the sheet without a password: users can change locked cells only as `options` allow.
  public func protect(allowing options: ProtectionOptions = .standard) throws {
    guard isOpen else { throw error(.finished) }
    features.protection = options
  }

  private func check(_ ranges: [CellRange]) throws {
    guard isOpen else { throw error(.finished) }
    guard !ranges.isEmpty else { throw error(.noRange) }
    for range in ranges where !range.isInSheet {
      throw error(.reference(range.description))
    }
  }
}
