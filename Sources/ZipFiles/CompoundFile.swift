/// The directory of a compound file (OLE2), read only to distinguish encryption from an old format.
///
/// Source: [MS-CFB] 2.2 (header) and 2.6 (directory entries).
struct CompoundFile {
  /// The names of the streams and storages, in lower case.
  let streams: Set<String>

  /// Reads as much of the directory as the bytes contain; damage ends the list without an error.
  ///
  /// - Parameter read: returns the bytes at an offset, fewer at the end of the file.
  init(_ read: (_ offset: Int, _ count: Int) -> [UInt8]) {
    streams = Self.streams(read)
  }

  private static func streams(_ read: (_ offset: Int, _ count: Int) -> [UInt8]) -> Set<String> {
    let header = read(0, 512)
    guard header.count == 512, header[30] == 9 || header[30] == 12 else { return [] }
    let sectorSize = 1 << Int(header[30])
    var names: Set<String> = []
    var sector = header.littleEndian32(at: 48)
    // A real directory is a few sectors long; the bound ends a circular chain.
    for _ in 0..<64 where sector < 0xFFFF_FFFA {
      let bytes = read((sector + 1) * sectorSize, sectorSize)
      guard bytes.count == sectorSize else { break }
      for entry in stride(from: 0, to: sectorSize, by: 128) {
        let length = bytes.littleEndian16(at: entry + 64)
        guard length >= 2, length <= 64, bytes[entry + 66] != 0 else { continue }
        let units = stride(from: entry, to: entry + length - 2, by: 2).map {
          UInt16(bytes.littleEndian16(at: $0))
        }
        names.insert(String(decoding: units, as: UTF16.self).lowercased())
      }
      sector = next(after: sector, header: header, sectorSize: sectorSize, read)
    }
    return names
  }

  /// The sector after `sector` in its chain ([MS-CFB] 2.3).
  private static func next(
    after sector: Int, header: [UInt8], sectorSize: Int, _ read: (Int, Int) -> [UInt8]
  ) -> Int {
    let entriesPerSector = sectorSize / 4
    let table = sector / entriesPerSector
    guard table < 109 else { return 0xFFFF_FFFE }
    let tableSector = header.littleEndian32(at: 76 + table * 4)
    guard tableSector < 0xFFFF_FFFA else { return 0xFFFF_FFFE }
    let bytes = read((tableSector + 1) * sectorSize + sector % entriesPerSector * 4, 4)
    return bytes.count == 4 ? bytes.littleEndian32(at: 0) : 0xFFFF_FFFE
  }
}
