import Foundation

/// The entries of an archive as they lie in it, compressed: what an editor must not change.
struct StoredEntries {
  /// One entry: its local header from the version to the checksum, its name, and its compressed bytes.
  struct Entry: Equatable {
    var header: [UInt8]
    var content: [UInt8]
  }

  /// The entries by name.
  private(set) var entries: [String: Entry] = [:]
  /// Their names in the directory's order.
  private(set) var names: [String] = []

  /// Reads the directory of a plain archive; nil where it is none.
  init?(path: String) throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
    func number(_ place: Int, _ count: Int) -> Int {
      (0..<count).reversed().reduce(0) { $0 << 8 | Int(bytes[place + $1]) }
    }
    guard
      let end = stride(from: bytes.count - 22, through: 0, by: -1).first(where: {
        number($0, 4) == 0x0605_4B50
      })
    else { return nil }
    var place = number(end + 16, 4)
    for _ in 0..<number(end + 10, 2) {
      guard number(place, 4) == 0x0201_4B50 else { return nil }
      let (size, local) = (number(place + 20, 4), number(place + 42, 4))
      let length = number(place + 28, 2)
      let name = String(decoding: bytes[place + 46..<place + 46 + length], as: UTF8.self)
      let start = local + 30 + number(local + 26, 2) + number(local + 28, 2)
      entries[name] = Entry(
        header: Array(bytes[local + 4..<start]), content: Array(bytes[start..<start + size]))
      names.append(name)
      place += 46 + length + number(place + 30, 2) + number(place + 32, 2)
    }
  }
}
