extension SheetWriter {
  /// Merges the cells of `range` into one, which shows what its top left cell holds.
  ///
  /// Ranges that overlap are found when the sheet ends.
  public func merge(_ range: CellRange) throws {
    try check([range])
    guard range.firstRow < range.lastRow || range.firstColumn < range.lastColumn else {
      throw error(.mergedCell, cell: range.description)
    }
    features.merged.append(range)
  }

  /// Lets `rule` decide what may be typed into the cells of `ranges`.
  public func validate(_ ranges: [CellRange], with rule: ValidationRule) throws {
    try check(ranges)
    do {
      try rule.check()
    } catch let fault as WorkbookWriterError {
      throw fault.at(sheet: name, cell: ranges.first?.description)
    }
    features.validations.append((ranges, rule))
  }

  /// Gives the cells of `ranges` another look while a condition holds.
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

  /// Makes `range` a link.
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

  /// Lets the user filter the rows of `range` by its first row.
  public func filter(_ range: CellRange) throws {
    try check([range])
    features.filter = range
  }

  /// Protects the sheet, without a password: locked cells cannot be changed but by `options`.
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
