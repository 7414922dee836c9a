extension FindingCell {
  /// The cell's position as text: `依申请公开!E6`, `12:3`, or the sheet alone; empty if it has none.
  package var place: String {
    switch (sheet, reference) {
    case (let sheet?, let reference?): "\(sheet)!\(reference)"
    case (let sheet?, nil): sheet
    case (nil, let reference?): reference
    case (nil, nil): ""
    }
  }
}
