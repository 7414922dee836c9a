/// A strict parser of JSON texts: duplicate names, leading zeros and trailing text are errors.
///
/// It keeps what Foundation's decoder loses: the members' order, and numbers beyond a double.
package struct JSONParser {
  /// The greatest depth of nested arrays and objects.
  package static let depthBound = 64

  private let bytes: [UInt8]
  private var offset = 0
  private var depth = 0

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The value of `bytes`: UTF-8, with or without a byte order mark.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package static func parse(_ bytes: [UInt8]) throws(JSONSyntaxError) -> JSONValue {
    var parser = JSONParser(bytes)
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { parser.offset = 3 }
    parser.skipWhiteSpace()
    let value = try parser.value()
    parser.skipWhiteSpace()
    guard parser.offset == bytes.count else { throw parser.error(.trailingText) }
    return value
  }

  private var next: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  private mutating func skipWhiteSpace() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset &+= 1
    }
  }

  private mutating func value() throws(JSONSyntaxError) -> JSONValue {
    guard let byte = next else { throw error(.endOfText) }
    switch byte {
    case UInt8(ascii: "{"): return try object()
    case UInt8(ascii: "["): return try array()
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number(try number())
    case UInt8(ascii: "t"):
      try literal("true")
      return .boolean(true)
    case UInt8(ascii: "f"):
      try literal("false")
      return .boolean(false)
    case UInt8(ascii: "n"):
      try literal("null")
      return .null
    default: throw error(.expected("{ [ \" 0-9 true false null"))
    }
  }

  private mutating func descend() throws(JSONSyntaxError) {
    depth &+= 1
    guard depth <= Self.depthBound else { throw error(.tooDeep(Self.depthBound)) }
    offset &+= 1
    skipWhiteSpace()
  }

  private mutating func ascend() {
    depth &-= 1
    offset &+= 1
  }

  private mutating func object() throws(JSONSyntaxError) -> JSONValue {
    try descend()
    var members: [JSONValue.Member] = []
    var names = MemberNames()
    while next != UInt8(ascii: "}") {
      if !members.isEmpty { try separator() }
      let start = offset
      guard next == UInt8(ascii: "\"") else {
        throw error(next == nil ? .endOfText : .expected("\""))
      }
      let name = try string()
      guard names.insert(name, after: members) else {
        throw error(.duplicateMember(name), at: start)
      }
      skipWhiteSpace()
      guard next == UInt8(ascii: ":") else {
        throw error(next == nil ? .endOfText : .expected(":"))
      }
      offset &+= 1
      skipWhiteSpace()
      members.append(.init(name: name, value: try value()))
      skipWhiteSpace()
    }
    ascend()
    return .object(members)
  }

  /// The names of an object's members so far: most objects have so few that a linear search is faster than
  /// hashing.
  private struct MemberNames {
    private var names: Set<String> = []
    private static let few = 16

    /// Adds `name`, which follows `members`; returns false if one of them has it.
    mutating func insert(_ name: String, after members: [JSONValue.Member]) -> Bool {
      guard members.count >= Self.few else { return !members.contains { $0.name == name } }
      if names.isEmpty { names = Set(members.map(\.name)) }
      return names.insert(name).inserted
    }
  }

  private mutating func array() throws(JSONSyntaxError) -> JSONValue {
    try descend()
    var elements: [JSONValue] = []
    while next != UInt8(ascii: "]") {
      if !elements.isEmpty { try separator() }
      elements.append(try value())
      skipWhiteSpace()
    }
    ascend()
    return .array(elements)
  }

  private mutating func separator() throws(JSONSyntaxError) {
    guard next == UInt8(ascii: ",") else { throw error(next == nil ? .endOfText : .expected(",")) }
    offset &+= 1
    skipWhiteSpace()
  }

  private mutating func literal(_ text: StaticString) throws(JSONSyntaxError) {
    let expected = Array(text.description.utf8)
    guard bytes[offset...].starts(with: expected) else {
      throw error(.expected(text.description))
    }
    offset &+= expected.count
  }

  private func error(_ reason: JSONSyntaxError.Reason, at place: Int? = nil) -> JSONSyntaxError {
    let read = bytes[..<min(place ?? offset, bytes.count)]
    let lineStart = read.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
    return JSONSyntaxError(
      reason: reason, line: read.count { $0 == 0x0A } + 1, column: read.endIndex - lineStart + 1)
  }
}

extension JSONParser {
  private mutating func digits() -> Int {
    let start = offset
    while let byte = next, UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte { offset &+= 1 }
    return offset - start
  }

  private mutating func number() throws(JSONSyntaxError) -> String {
    let start = offset
    if next == UInt8(ascii: "-") { offset &+= 1 }
    let leadingZero = next == UInt8(ascii: "0")
    let whole = digits()
    guard whole > 0, !leadingZero || whole == 1 else { throw error(.badNumber, at: start) }
    if next == UInt8(ascii: ".") {
      offset &+= 1
      guard digits() > 0 else { throw error(.badNumber, at: start) }
    }
    if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
      offset &+= 1
      if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { offset &+= 1 }
      guard digits() > 0 else { throw error(.badNumber, at: start) }
    }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func string() throws(JSONSyntaxError) -> String {
    offset &+= 1
    let start = offset
    var greatest: UInt8 = 0
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\"), byte >= 0x20 {
      greatest = max(greatest, byte)
      offset &+= 1
    }
    guard next == UInt8(ascii: "\"") else { return try escapedString(from: start) }
    let text = Self.text(bytes[start..<offset], greatest: greatest)
    guard let text else { throw error(.notUTF8, at: start) }
    offset &+= 1
    return text
  }

  /// `bytes`, the largest of which is `greatest`, as a string; nil if they are not UTF-8.
  ///
  /// Decoding replaces one or two invalid bytes by three, which changes the length, unless they begin a
  /// four-byte character; validation takes many times as long.
  private static func text(_ bytes: ArraySlice<UInt8>, greatest: UInt8) -> String? {
    guard greatest < 0xF0 else { return String(validating: bytes, as: UTF8.self) }
    let text = String(decoding: bytes, as: UTF8.self)
    return text.utf8.count == bytes.count ? text : nil
  }

  private mutating func escapedString(from start: Int) throws(JSONSyntaxError) -> String {
    var unescaped = Array(bytes[start..<offset])
    while let byte = next, byte != UInt8(ascii: "\"") {
      guard byte >= 0x20 else { throw error(.badString) }
      offset &+= 1
      if byte == UInt8(ascii: "\\") {
        try appendEscape(to: &unescaped)
      } else {
        unescaped.append(byte)
      }
    }
    guard next != nil else { throw error(.endOfText) }
    guard let text = String(validating: unescaped, as: UTF8.self) else {
      throw error(.notUTF8, at: start)
    }
    offset &+= 1
    return text
  }

  private mutating func appendEscape(to text: inout [UInt8]) throws(JSONSyntaxError) {
    guard let byte = next else { throw error(.endOfText) }
    offset &+= 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"): text.append(contentsOf: Character(try escapedScalar()).utf8)
    default: throw error(.badString, at: offset - 1)
    }
  }

  private mutating func escapedScalar() throws(JSONSyntaxError) -> Unicode.Scalar {
    let start = offset
    let first = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    guard first & 0xFC00 == 0xD800, next == UInt8(ascii: "\\") else {
      throw error(.badString, at: start)
    }
    offset &+= 1
    guard next == UInt8(ascii: "u") else { throw error(.badString, at: start) }
    offset &+= 1
    let second = try hexadecimalUnit()
    guard second & 0xFC00 == 0xDC00,
      let scalar = Unicode.Scalar(
        0x10000 + (UInt32(first) & 0x3FF) << 10 + UInt32(second) & 0x3FF)
    else { throw error(.badString, at: start) }
    return scalar
  }

  private mutating func hexadecimalUnit() throws(JSONSyntaxError) -> UInt16 {
    var unit: UInt16 = 0
    for _ in 0..<4 {
      guard let byte = next else { throw error(.endOfText) }
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else {
        throw error(.badString)
      }
      unit = unit << 4 | UInt16(digit)
      offset &+= 1
    }
    return unit
  }
}
