import DelimitedText
import Spreadsheets

/// Writes JSON directly into a byte buffer (RFC 8259).
enum JSONText {
  /// Appends a string with its quotes; control characters, quotes and backslashes are escaped.
  static func append(
    string bytes: UnsafeBufferPointer<UInt8>, to output: inout ByteOutput
  ) throws {
    try output.append(UInt8(ascii: "\""))
    var start = 0
    for index in 0..<bytes.count {
      let byte = bytes[index]
      guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else {
        continue
      }
      try output.append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
      try append(escaped: byte, to: &output)
      start = index + 1
    }
    try output.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    try output.append(UInt8(ascii: "\""))
  }

  /// Appends a string with its quotes.
  static func append(string: String, to output: inout ByteOutput) throws {
    var copy = string
    try copy.withUTF8 { try append(string: $0, to: &output) }
  }

  /// Appends a number.
  static func append(number: Double, to output: inout ByteOutput) throws {
    let target = try output.reserve(NumberBytes.maximumCount)
    output.commit(NumberBytes.write(number, to: target))
  }

  private static func append(escaped byte: UInt8, to output: inout ByteOutput) throws {
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"):
      try output.append(UInt8(ascii: "\\"))
      try output.append(byte)
    case 0x08: try output.append("\\b")
    case 0x09: try output.append("\\t")
    case 0x0A: try output.append("\\n")
    case 0x0C: try output.append("\\f")
    case 0x0D: try output.append("\\r")
    default:
      try output.append(byte < 0x10 ? "\\u000" : "\\u001")
      let digit = byte & 0x0F
      try output.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
    }
  }
}
