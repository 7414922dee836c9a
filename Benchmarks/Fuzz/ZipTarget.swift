import ZipFiles

/// An archive's directory and entries: all are read to their end, by both inflaters where there are two.
enum ZipTarget: FuzzTarget {
  static let name = "zip"

  static func run(_ bytes: [UInt8]) throws {
    var archive = try ZipArchive(bytes: bytes)
    for entry in archive.entries {
      let read = try? archive.read(entry)
      promise(read.map { $0.count == entry.size } ?? true, "\(entry.name) has another size")
    }
  }
}
