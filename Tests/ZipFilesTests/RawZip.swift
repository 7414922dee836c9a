import Foundation

/// Writes zip structures field by field, so that any of them can be wrong on purpose.
struct RawZip {
  /// What is told about an entry; nil is the truth.
  struct Fields {
    var method = 8
    var flags = 0
    var size: Int?
    var compressedSize: Int?
    var checksum: UInt32?
    var localName: String?
    /// Where the directory says the entry starts.
    var offset: Int?
    var time: (Int, Int) = (0x6C32, 0x58A3)
    var localExtra: [UInt8] = []
    var extra: [UInt8] = []
    var attributes = 0
    var comment: [UInt8] = []
    /// The compressed bytes; nil makes them of the content.
    var payload: [UInt8]?
    /// A descriptor behind the data, with or without its signature.
    var descriptor: Bool?
    /// Sizes and offset stand in a zip64 field.
    var isWide = false
  }

  private(set) var body: [UInt8] = []
  private var directory: [UInt8] = []
  private(set) var count = 0

  /// Adds an entry and gives where it starts.
  @discardableResult
  mutating func add(_ name: String, _ content: [UInt8], _ fields: Fields = Fields()) -> Int {
    let start = body.count
    let payload = fields.payload ?? (fields.method == 8 ? Self.deflated(content) : content)
    let size = fields.size ?? content.count
    let compressed = fields.compressedSize ?? payload.count
    let checksum = Int(fields.checksum ?? Self.checksum(content))
    let flags = fields.flags | (fields.descriptor == nil ? 0 : 8)
    let shown = fields.descriptor == nil ? (checksum, compressed, size) : (0, 0, 0)
    let localName = Array((fields.localName ?? name).utf8)
    body += Self.number(0x0403_4B50, 4) + Self.number(20, 2) + Self.number(flags, 2)
    body += Self.number(fields.method, 2) + Self.number(fields.time.0, 2)
    body += Self.number(fields.time.1, 2) + Self.number(shown.0, 4) + Self.number(shown.1, 4)
    body += Self.number(shown.2, 4) + Self.number(localName.count, 2)
    body += Self.number(fields.localExtra.count, 2) + localName + fields.localExtra + payload
    if let signed = fields.descriptor {
      if signed { body += Self.number(0x0807_4B50, 4) }
      body += Self.number(checksum, 4) + Self.number(compressed, 4) + Self.number(size, 4)
    }
    let offset = fields.offset ?? start
    var extra = fields.extra
    if fields.isWide {
      extra += Self.number(1, 2) + Self.number(24, 2) + Self.number(size, 8)
      extra += Self.number(compressed, 8) + Self.number(offset, 8)
    }
    let mask = fields.isWide ? 0xFFFF_FFFF : 0
    directory += Self.number(0x0201_4B50, 4) + Self.number(0x0314, 2) + Self.number(20, 2)
    directory += Self.number(flags, 2) + Self.number(fields.method, 2)
    directory += Self.number(fields.time.0, 2) + Self.number(fields.time.1, 2)
    directory += Self.number(checksum, 4) + Self.number(compressed | mask, 4)
    directory += Self.number(size | mask, 4) + Self.number(name.utf8.count, 2)
    directory += Self.number(extra.count, 2) + Self.number(fields.comment.count, 2)
    directory += Self.number(0, 4) + Self.number(fields.attributes, 4)
    directory += Self.number(offset | mask, 4) + Array(name.utf8) + extra + fields.comment
    count += 1
    return start
  }

  /// The finished archive.
  func bytes(
    comment: [UInt8] = [], disk: Int = 0, count: Int? = nil, shift: Int = 0, isWide: Bool = false
  ) -> [UInt8] {
    let count = count ?? self.count
    var end: [UInt8] = []
    if isWide {
      end += Self.number(0x0606_4B50, 4) + Self.number(44, 8) + Self.number(45, 2)
      end += Self.number(45, 2) + Self.number(0, 4) + Self.number(0, 4) + Self.number(count, 8)
      end += Self.number(count, 8) + Self.number(directory.count, 8)
      end += Self.number(body.count + shift, 8)
      end += Self.number(0x0706_4B50, 4) + Self.number(0, 4)
      end += Self.number(body.count + directory.count, 8) + Self.number(1, 4)
    }
    let mask = isWide ? 0xFFFF_FFFF : 0
    end += Self.number(0x0605_4B50, 4) + Self.number(disk, 2) + Self.number(disk, 2)
    end += Self.number(count | mask, 2) + Self.number(count | mask, 2)
    end += Self.number(directory.count | mask, 4) + Self.number((body.count + shift) | mask, 4)
    end += Self.number(comment.count, 2) + comment
    return body + directory + end
  }

  static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// A deflate stream of stored blocks.
  static func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = []
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(0xFFFF)
      rest = rest.dropFirst(0xFFFF)
      stream += [rest.isEmpty ? 1 : 0] + number(block.count, 2) + number(~block.count, 2) + block
    } while !rest.isEmpty
    return stream
  }

  /// A deflate stream that inflates to `count` zeros, a thousand for each byte of it.
  static func zeros(_ count: Int) -> [UInt8] {
    // One block with the fixed codes: a literal 0, then matches of 258 bytes at distance 1.
    var bits = BitWriter()
    bits.write(0b011, 3)
    bits.writeCode(0x30, 8)
    let matches = (count - 1) / 258
    for _ in 0..<matches {
      bits.writeCode(0b1100_0101, 8)
      bits.writeCode(0, 5)
    }
    for _ in 0..<(count - 1 - matches * 258) { bits.writeCode(0x30, 8) }
    bits.writeCode(0, 7)
    return bits.finished()
  }

  /// CRC-32 as zip has it.
  static func checksum(_ bytes: some Sequence<UInt8>) -> UInt32 {
    ~bytes.reduce(~0) { crc, byte in
      (0..<8).reduce(crc ^ UInt32(byte)) { crc, _ in
        crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1
      }
    }
  }
}

/// Packs bits from the lowest of each byte on.
struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending = 0
  private var count = 0

  mutating func write(_ value: Int, _ width: Int) {
    pending |= value << count
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// A Huffman code, whose highest bit comes first.
  mutating func writeCode(_ code: Int, _ width: Int) {
    for bit in (0..<width).reversed() { write(code >> bit & 1, 1) }
  }

  func finished() -> [UInt8] { count == 0 ? bytes : bytes + [UInt8(truncatingIfNeeded: pending)] }
}
