import DelimitedText

/// Writes one JSON object for every cell.
///
/// A class, because a sink shares it for the duration of a sheet, and the bytes have one owner.
final class CellLinesOutput: ConvertOutput {
  private var output: ByteOutput
  /// `{"sheet":"…","ref":"` of the current sheet.
  private var prefix: [UInt8] = []

  init(_ output: consuming ByteOutput) { self.output = output }

  var wantsFormulas: Bool { true }

  func beginSheet(_ name: String) throws {
    var line = ByteOutput()
    try line.append("{\"sheet\":")
    try JSONText.append(string: name, to: &line)
    try line.append(",\"ref\":\"")
    prefix = line.bytes
  }

  func cell(_ cell: borrowing ConvertCell) throws {
    try prefix.withUnsafeBufferPointer { try output.append($0) }
    try appendReference(row: cell.row, column: cell.column)
    try output.append("\",\"type\":\"")
    switch cell.kind {
    case .empty: try output.append("empty\"")
    case .number:
      try output.append("number\",\"value\":")
      try JSONText.append(number: cell.number, to: &output)
    case .decimal:
      try output.append("number\",\"value\":")
      try output.append(cell.text)
    case .text, .displayed:
      try output.append("text\",\"value\":")
      try JSONText.append(string: cell.text, to: &output)
    case .boolean:
      try output.append(cell.number != 0 ? "boolean\",\"value\":true" : "boolean\",\"value\":false")
    case .error:
      try output.append("error\",\"value\":")
      try JSONText.append(string: cell.text, to: &output)
    case .date:
      try output.append("date\",\"value\":")
      try JSONText.append(string: cell.text, to: &output)
      if cell.hasSerial {
        try output.append(",\"serial\":")
        try JSONText.append(number: cell.number, to: &output)
      }
    }
    if let format = cell.format {
      try output.append(",\"format\":")
      try JSONText.append(string: format, to: &output)
    }
    if let formula = cell.formula {
      try output.append(",\"formula\":")
      try JSONText.append(string: formula, to: &output)
    }
    try output.append("}\n")
  }

  func endSheet() throws {}

  func finish() throws { try output.flush() }

  /// Appends `B2`.
  private func appendReference(row: Int, column: Int) throws {
    let target = try output.reserve(32)
    var letters = 1
    var (rest, first, span) = (column - 1, 0, 26)
    while rest - first >= span {
      first += span
      span *= 26
      letters += 1
    }
    rest -= first
    for index in (0..<letters).reversed() {
      target[index] = UInt8(ascii: "A") + UInt8(rest % 26)
      rest /= 26
    }
    output.commit(letters + NumberBytes.write(Double(row), to: target + letters))
  }
}
