import Diagnostics
import Foundation
import TestSupport
import Testing
import ZipFiles

/// What happens when the disk is full: `RLIMIT_FSIZE` stands in for it.
@Suite struct FullDiskTests {
  @Test("a writer that runs out of room tells it and leaves no file", arguments: [20_000, 400_000])
  func full(count: Int) async throws {
    let folder = try TemporaryFolder()
    let path: String = folder.path("out.xlsx")
    await #expect(processExitsWith: .success) { [path = path as String, count = count as Int] in
      signal(SIGXFSZ, SIG_IGN)
      var limit = rlimit(rlim_cur: 4096, rlim_max: 4096)
      #expect(setrlimit(__rlimit_resource_t(1), &limit) == 0)
      #expect(throws: ZipError.writeFailed(SystemFault(code: EFBIG))) {
        let writer = try ZipWriter(path: path)
        try writer.begin("a")
        let bytes = ZipRoundTripTests.bytes(count)
        try bytes.withUnsafeBytes { try writer.write($0) }
        try writer.finish()
      }
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path) == [])
  }
}
