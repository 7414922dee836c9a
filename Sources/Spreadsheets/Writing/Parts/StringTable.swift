/// The shared strings of a workbook that is being written: their bytes in one arena, each text once.
///
/// A hash table with open addressing and 32-bit indices; a text takes its bytes and about 16 more. The hash
/// has a random seed, so that texts cannot be prepared to collide; the order of the strings does not depend
/// on it.
struct StringTable: ~Copyable {
  /// The UTF-8 bytes of all strings, one after the other.
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int
  private var arenaCount = 0
  /// The end of each string in the arena.
  private var ends: [Int] = []
  /// By hash: a string's index plus one, with the upper half of the hash above it; 0 is free.
  private var slots: [UInt64]
  private let seed = UInt64.random(in: .min ... .max)

  /// The maximum number of strings and of their bytes; further new ones become inline strings.
  static let mostStrings = 8_000_000
  static let mostBytes = 256 << 20

  init() {
    arenaCapacity = 1 << 14
    arena = .allocate(capacity: arenaCapacity)
    slots = Array(repeating: 0, count: 1 << 10)
  }

  deinit { arena.deallocate() }

  /// The number of distinct strings.
  var count: Int { ends.count }

  /// The bytes of the string at index `place`; valid until the next string is added.
  func bytes(at place: Int) -> UnsafeBufferPointer<UInt8> {
    let start = place == 0 ? 0 : ends[place &- 1]
    return UnsafeBufferPointer(start: arena + start, count: ends[place] &- start)
  }

  /// The index of `text`, which is added if it is new; `nil` if the table is full.
  mutating func index(of text: UnsafeBufferPointer<UInt8>) -> Int? {
    let hash = hash(text)
    let tag = hash & 0xFFFF_FFFF_0000_0000
    let mask = slots.count &- 1
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let entry = slots[slot]
      if entry == 0 { break }
      if entry & 0xFFFF_FFFF_0000_0000 == tag {
        let place = Int(entry & 0xFFFF_FFFF) &- 1
        if isEqual(text, at: place) { return place }
      }
      slot = (slot &+ 1) & mask
    }
    guard ends.count < Self.mostStrings, arenaCount &+ text.count <= Self.mostBytes else {
      return nil
    }
    slots[slot] = tag | UInt64(ends.count &+ 1)
    append(text)
    if ends.count &* 2 > slots.count { grow() }
    return ends.count &- 1
  }

  private func isEqual(_ text: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
    let known = bytes(at: place)
    guard known.count == text.count else { return false }
    let (one, other) = (UnsafeRawBufferPointer(known), UnsafeRawBufferPointer(text))
    var offset = 0
    while offset &+ 8 <= one.count {
      let word = one.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      guard word == other.loadUnaligned(fromByteOffset: offset, as: UInt64.self) else {
        return false
      }
      offset &+= 8
    }
    while offset < one.count {
      guard one[offset] == other[offset] else { return false }
      offset &+= 1
    }
    return true
  }

  private mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    if arenaCount &+ text.count > arenaCapacity {
      let capacity = max(arenaCapacity &* 2, arenaCount &+ text.count)
      let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
      grown.update(from: arena, count: arenaCount)
      arena.deallocate()
      (arena, arenaCapacity) = (grown, capacity)
    }
    if let start = text.baseAddress { (arena + arenaCount).update(from: start, count: text.count) }
    arenaCount &+= text.count
    ends.append(arenaCount)
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count &* 2)
    let mask = slots.count &- 1
    for place in ends.indices {
      let hash = hash(bytes(at: place))
      var slot = Int(truncatingIfNeeded: hash) & mask
      while slots[slot] != 0 { slot = (slot &+ 1) & mask }
      slots[slot] = hash & 0xFFFF_FFFF_0000_0000 | UInt64(place &+ 1)
    }
  }

  /// A multiplicative hash of eight bytes at a time, folded to its middle bits.
  private func hash(_ text: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(text)
    var state = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      state = Self.mix(state ^ word)
      offset &+= 8
    }
    var last: UInt64 = 0
    while offset < bytes.count {
      last = last << 8 | UInt64(bytes[offset])
      offset &+= 1
    }
    return Self.mix(state ^ last ^ 0x9E37_79B9_7F4A_7C15)
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    let (high, low) = value.multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
    return high ^ low
  }
}
