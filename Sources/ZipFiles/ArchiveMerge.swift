/// Builds an edited archive from the original and an archive of the new entries.
///
/// Source: PKWARE APPNOTE 6.3.10, 4.3.6 (overall layout).
struct ArchiveMerge {
  /// The archive as it was opened.
  let original: ArchiveLayout
  /// The changes to its entries, by their keys.
  let changes: [String: ZipEditor.Change]
  /// The names of new entries.
  let added: [String]
  /// The archive of the new and replaced entries.
  let patch: ArchiveLayout?

  /// The headers of the new directory, by the index of their entry in the original; new ones follow.
  var headers: [Int: [UInt8]] = [:]

  /// Writes entries, directory and end record.
  mutating func write(to output: RawOutput) throws(ZipError) {
    try writeOriginals(to: output)
    for (number, name) in added.enumerated() {
      try writePatched(name, as: original.entries.count + number, to: output)
    }
    try writeDirectory(to: output)
  }

  private mutating func writeOriginals(to output: RawOutput) throws(ZipError) {
    let directory = original.directory
    let order = directory.fileOrder
    let offsets = order.map { directory.headers[$0].localOffset }
    // Data before the first entry, such as an unpacking program, is kept.
    try output.copy(0..<(offsets.first ?? 0), of: original.bytes)
    for (number, place) in order.enumerated() {
      // A data descriptor and padding may precede the next entry.
      let end = number + 1 < offsets.count ? offsets[number + 1] : directory.offset
      switch changes[original.entries[place].key] {
      case .removed: continue
      case .replaced(let name): try writePatched(name, as: place, to: output)
      case nil:
        guard offsets[number] <= end else { throw .damagedDirectory }
        headers[place] = try Self.moved(directory, place, to: output.count)
        try output.copy(offsets[number]..<end, of: original.bytes)
      }
    }
  }

  private mutating func writePatched(
    _ name: String, as place: Int, to output: RawOutput
  ) throws(ZipError) {
    guard let patch, let entry = patch.entry(named: name) else { throw .missingEntry(name) }
    let directory = patch.directory
    let start = directory.headers[entry.index].localOffset
    let following = directory.headers.lazy.map(\.localOffset).filter { $0 > start }.min()
    headers[place] = try Self.moved(directory, entry.index, to: output.count)
    try output.copy(start..<(following ?? directory.offset), of: patch.bytes)
  }

  /// A directory header with another local header offset.
  private static func moved(
    _ directory: CentralDirectory, _ place: Int, to offset: Int
  ) throws(ZipError) -> [UInt8] {
    let header = directory.headers[place]
    let (at, width) = header.offsetPlace
    guard width == 8 || offset < 0xFFFF_FFFF else { throw .tooLargeToEdit }
    var bytes = Array(directory.bytes[header.range])
    for index in 0..<width {
      bytes[at - header.range.lowerBound + index] = UInt8(truncatingIfNeeded: offset >> (8 * index))
    }
    return bytes
  }

  private func writeDirectory(to output: RawOutput) throws(ZipError) {
    let start = output.count
    for (_, header) in headers.sorted(by: { $0.key < $1.key }) { try output.append(header) }
    let size = output.count - start
    guard start < 0xFFFF_FFFF, size < 0xFFFF_FFFF, headers.count < 0xFFFF else {
      throw .tooLargeToEdit
    }
    var end: [UInt8] = [0x50, 0x4B, 0x05, 0x06, 0, 0, 0, 0]
    for (number, width) in [(headers.count, 2), (headers.count, 2), (size, 4), (start, 4)] {
      end += (0..<width).map { UInt8(truncatingIfNeeded: number >> (8 * $0)) }
    }
    end += [UInt8(truncatingIfNeeded: original.comment.count)]
    end += [UInt8(truncatingIfNeeded: original.comment.count >> 8)]
    try output.append(end + original.comment)
  }
}
