import XMLStreams

/// The type of a cell's value: its attribute `t`.
///
/// Source: ECMA-376-1:2016, 18.18.11 `ST_CellType`.
enum CellType: Hashable, Sendable {
  case boolean, date, error, inlineString, number, sharedString, string

  /// The type for `t`, or nil for an unknown one; a number if there is no `t`.
  init?(_ t: XMLSlice?) {
    guard let t else {
      self = .number
      return
    }
    switch t.count {
    case 1:
      guard let type = CellType(letter: t.bytes[0]) else { return nil }
      self = type
    case 3 where t == "str": self = .string
    case 9 where t == "inlineStr": self = .inlineString
    default: return nil
    }
  }

  /// The type for a single letter.
  @inline(__always)
  init?(letter: UInt8) {
    switch letter {
    case UInt8(ascii: "s"): self = .sharedString
    case UInt8(ascii: "n"): self = .number
    case UInt8(ascii: "b"): self = .boolean
    case UInt8(ascii: "e"): self = .error
    case UInt8(ascii: "d"): self = .date
    default: return nil
    }
  }
}
