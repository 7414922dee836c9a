import Foundation
import TestSupport
import Testing
import ZipFiles

@Suite struct ForeignFormatTests {
  /// A compound file of one directory sector with streams of these names.
  static func compound(_ names: [String]) -> [UInt8] {
    var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
    header += [UInt8](repeating: 0, count: 22) + RawZip.number(9, 2)
    header += [UInt8](repeating: 0, count: 16) + RawZip.number(0, 4)
    header += [UInt8](repeating: 0, count: 24) + RawZip.number(1, 4)
    header += [UInt8](repeating: 0xFF, count: 512 - header.count)
    var directory: [UInt8] = []
    for name in names {
      let units: [UInt8] = name.utf16.reduce(into: []) { $0 += RawZip.number(Int($1), 2) } + [0, 0]
      directory += units + [UInt8](repeating: 0, count: 64 - units.count)
      directory += RawZip.number(units.count, 2) + [2] + [UInt8](repeating: 0, count: 61)
    }
    directory += [UInt8](repeating: 0, count: 512 - directory.count)
    return header + directory + [UInt8](repeating: 0xFF, count: 512)
  }

  @Test(
    "files that are no archive are told apart by their bytes",
    arguments: [
      ([], .empty),
      ([UInt8](repeating: 0, count: 4096), .zeros),
      (compound(["Root Entry", "EncryptionInfo", "EncryptedPackage"]), .encryptedWorkbook),
      (compound(["Root Entry", "Workbook"]), .legacyWorkbook),
      (compound(["Root Entry", "BOOK"]), .legacyWorkbook),
      (compound(["Root Entry", "WordDocument"]), .compoundFile),
      (Array(compound(["Root Entry", "Workbook"]).prefix(700)), .compoundFile),
      (RawZip.number(0x0004_0009, 4) + RawZip.number(0x0010_0002, 4), .bareLegacyWorkbook),
      (Array("<html><body><table><tr><td>1".utf8), .html),
      (Array("\u{FEFF}\r\n<!DOCTYPE html><p>".utf8), .html),
      (
        [0xFF, 0xFE] + "<table>".utf16.reduce(into: []) { $0 += RawZip.number(Int($1), 2) }, .html
      ),
      (
        Array(
          "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"
            .utf8), .spreadsheetML2003
      ),
      (Array("<?xml version=\"1.0\"?><a/>".utf8), .xml),
      (Array("a,b\r\n1,2\r\n".utf8), .delimitedText),
      (Array("单位\t数量\n甲\t1\n".utf8), .delimitedText),
      (Array("PK is how this text starts, but it is no zip".utf8), .text),
      (Array("%PDF-1.4\n".utf8), .pdf),
      ([0x1F, 0x8B, 0x08, 0], .gzip),
      (Array("Rar!\u{1A}\u{07}\u{01}".utf8), .rar),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], .sevenZip),
      (Array("{\\rtf1".utf8), .rtf),
      ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], .image("PNG")),
      ([0xFF, 0xD8, 0xFF, 0xE0], .image("JPEG")),
      (Array("GIF89a".utf8), .image("GIF")),
      ([0x49, 0x49, 0x2A, 0x00, 8], .image("TIFF")),
      (
        [0x42, 0x4D] + RawZip.number(70, 4) + RawZip.number(0, 4) + RawZip.number(54, 5),
        .image("BMP")
      ),
      ([0x50, 0x4B, 0x03], .unknown),
      ([1, 2, 3, 0, 5], .unknown),
    ] as [([UInt8], ForeignFormat)])
  func recognises(bytes: [UInt8], format: ForeignFormat) {
    #expect(throws: ZipError.notAnArchive(format)) { _ = try ZipArchive(bytes: bytes) }
  }

  @Test("an old workbook that carries an archive inside is still an old workbook")
  func archiveInside() {
    let bytes = Self.compound(["Root Entry", "Workbook"]) + ZipEditorTests.original()
    #expect(throws: ZipError.notAnArchive(.legacyWorkbook)) { _ = try ZipArchive(bytes: bytes) }
  }

  @Test("a compound file whose directory circles comes to an end")
  func circle() {
    var bytes = Self.compound(["Root Entry"])
    // The allocation table, in sector 1, says that sector 0 follows sector 0.
    for index in 1024..<1028 { bytes[index] = 0 }
    #expect(throws: ZipError.notAnArchive(.compoundFile)) { _ = try ZipArchive(bytes: bytes) }
  }
}
