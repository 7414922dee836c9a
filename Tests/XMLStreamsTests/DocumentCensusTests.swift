import Foundation
import TestSupport
import Testing
import XMLStreams
import ZipFiles

/// Counts, over real workbooks, which of the small parts need libxml2.
@Suite(.enabled(if: SharedMaterial.isPresent("corpus")))
struct DocumentCensusTests {
  @Test func `nearly all small parts of real workbooks are read without libxml2, and as by it`()
    throws
  {
    var (all, scanned) = (0, 0)
    let files = FileManager.default.enumerator(
      at: SharedMaterial.url("corpus/files"), includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "xlsx" {
      guard var archive = try? ZipArchive(path: file.path) else { continue }
      for entry in archive.entries where Self.isSmallPart(entry.name) {
        guard let bytes = try? archive.read(entry), bytes.count <= 65_536 else { continue }
        let isSame =
          outcome(of: bytes, usesScanner: true) == outcome(of: bytes, usesScanner: false)
        #expect(isSame, "\(file.lastPathComponent): \(entry.name)")
        all += 1
        if (try? needsLibrary(bytes)) == false { scanned += 1 }
      }
    }
    print("small parts: \(scanned) of \(all) without libxml2")
    #expect(all > 1_000)
    #expect(Double(scanned) >= 0.9 * Double(all))
  }

  private static func isSmallPart(_ name: String) -> Bool {
    name.hasSuffix(".rels") || name.hasSuffix("workbook.xml") || name.hasSuffix("styles.xml")
      || name == "[Content_Types].xml" || name.hasPrefix("docProps/")
  }
}
