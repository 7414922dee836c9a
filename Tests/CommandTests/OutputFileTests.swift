import Diagnostics
import Foundation
import TestSupport
import Testing
import XLSXReportCommand

@Suite struct OutputFileTests {
  let folder = try! TemporaryFolder()

  var names: [String] {
    (try? FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()) ?? []
  }

  func text(_ name: String) -> String? {
    try? String(contentsOf: folder.url.appendingPathComponent(name), encoding: .utf8)
  }

  @Test(
    "an output appears with its commit, and nothing is left beside it", arguments: [false, true])
  func appears(replacing: Bool) throws {
    let output = try OutputFile(path: folder.path("out.csv"), replacing: replacing)
    try output.write("数,")
    try output.write([0x31, 0x0A])
    #expect(text("out.csv") == nil)
    try output.commit()
    #expect(text("out.csv") == "数,1\n")
    #expect(names == ["out.csv"])
  }

  @Test("a writer may open the temporary path itself")
  func byPath() throws {
    let output = try OutputFile(path: folder.path("out"), replacing: false)
    try Data("x".utf8).write(to: URL(fileURLWithPath: output.temporaryPath))
    try output.commit()
    #expect(text("out") == "x")
  }

  @Test("without a commit the old file stays and nothing is left")
  func discards() throws {
    _ = try folder.write("old".utf8, to: "out")
    do {
      let output = try OutputFile(path: folder.path("out"), replacing: true)
      try output.write("new")
    }
    let output = try OutputFile(path: folder.path("out"), replacing: true)
    try output.write("new")
    output.discard()
    try output.commit()
    #expect(text("out") == "old")
    #expect(names == ["out"])
  }

  @Test("an existing file is replaced only when asked, and keeps its permissions")
  func replaces() throws {
    let path = try folder.write("old".utf8, to: "out")
    #expect(chmod(path, 0o640) == 0)
    #expect(throws: OutputError.exists) { try OutputFile(path: path, replacing: false) }
    let output = try OutputFile(path: path, replacing: true)
    try output.write("new")
    try output.commit()
    #expect(text("out") == "new")
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions]
    #expect(mode as? Int == 0o640)
  }

  @Test("a write-protected file that is replaced stays so")
  func replacesWriteProtected() throws {
    let path = try folder.write("old".utf8, to: "out")
    #expect(chmod(path, 0o444) == 0)
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let output = try OutputFile(path: path, replacing: true)
    #expect(try mode(output.temporaryPath) == 0o644)
    try output.commit()
    #expect(try mode(path) == 0o444)
  }

  @Test("a file that appears meanwhile is not lost")
  func race() throws {
    let output = try OutputFile(path: folder.path("out"), replacing: false)
    try output.write("mine")
    _ = try folder.write("theirs".utf8, to: "out")
    #expect(throws: OutputError.exists) { try output.commit() }
    #expect(text("out") == "theirs")
    #expect(names == ["out"])
  }

  @Test(
    "an input is never replaced, whatever it is called",
    arguments: ["in", "./in", "symbolic", "hard", "folder/../in"])
  func refusesInput(name: String) throws {
    let input = try folder.write("input".utf8, to: "in")
    try FileManager.default.createDirectory(
      atPath: folder.path("folder"), withIntermediateDirectories: false)
    #expect(symlink("in", folder.path("symbolic")) == 0)
    #expect(link(input, folder.path("hard")) == 0)
    #expect(throws: OutputError.isInput) {
      try OutputFile(path: folder.path(name), replacing: true, inputs: ["/nowhere", input])
    }
    #expect(text("in") == "input")
  }

  @Test("an output that becomes an input meanwhile is not replaced")
  func inputRace() throws {
    let input = try folder.write("input".utf8, to: "in")
    let output = try OutputFile(path: folder.path("out"), replacing: true, inputs: [input])
    #expect(symlink("in", folder.path("out")) == 0)
    #expect(throws: OutputError.isInput) { try output.commit() }
    #expect(text("in") == "input")
  }

  @Test("a link is kept, the file that it leads to replaced")
  func followsLinks() throws {
    try FileManager.default.createDirectory(
      atPath: folder.path("elsewhere"), withIntermediateDirectories: false)
    _ = try folder.write("old".utf8, to: "elsewhere/real")
    #expect(symlink("elsewhere/real", folder.path("out")) == 0)
    let output = try OutputFile(path: folder.path("out"), replacing: true)
    try output.write("new")
    try output.commit()
    #expect(text("elsewhere/real") == "new")
    #expect(names == ["elsewhere", "out"])
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("out"))
        == "elsewhere/real")
  }

  @Test("a link that leads nowhere counts as an existing file")
  func danglingLink() throws {
    #expect(symlink("nowhere", folder.path("out")) == 0)
    #expect(throws: OutputError.exists) {
      try OutputFile(path: folder.path("out"), replacing: false)
    }
  }

  @Test("what cannot be created is said at once")
  func cannotCreate() throws {
    #expect(throws: OutputError.cannotCreate(SystemFault(code: ENOENT))) {
      try OutputFile(path: folder.path("missing/out"), replacing: false)
    }
    #expect(throws: OutputError.cannotCreate(SystemFault(code: EISDIR))) {
      try OutputFile(path: folder.url.path, replacing: true)
    }
  }

  @Test("a device is written to directly")
  func device() throws {
    let null = try OutputFile(path: "/dev/null", replacing: false)
    try null.write("x")
    try Data("x".utf8).write(to: URL(fileURLWithPath: null.temporaryPath))
    try null.commit()
  }

  @Test(
    "a device that takes no more is told",
    .enabled(if: SharedMaterial.hasFullDevice, "there is no device /dev/full"))
  func fullDevice() throws {
    let full = try OutputFile(path: "/dev/full", replacing: false)
    #expect(throws: OutputError.writeFailed(SystemFault(code: ENOSPC))) { try full.write("x") }
  }

  @Test(
    "an output is open to nobody to whom its source is not, and inputs that are none do not count")
  func permissions() throws {
    func mode(_ path: String) throws -> Int? {
      try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }
    let (open, closed) = (try folder.write([1], to: "open"), try folder.write([1], to: "closed"))
    #expect(chmod(open, 0o644) == 0 && chmod(closed, 0o440) == 0)
    let usual = try OutputFile(path: folder.path("usual"), replacing: false, inputs: [open])
    try usual.commit()
    let narrow = try OutputFile(
      path: folder.path("narrow"), replacing: false, inputs: [open, closed])
    try narrow.commit()
    #expect(try mode(folder.path("narrow")) == (mode(folder.path("usual")) ?? 0) & 0o740)
    let other = try OutputFile(
      path: folder.path("other"), replacing: false, inputs: [open, closed], sources: [open])
    try other.commit()
    #expect(try mode(folder.path("other")) == mode(folder.path("usual")))
    #expect(chmod(folder.path("other"), 0o666) == 0)
    let replaced = try OutputFile(path: folder.path("other"), replacing: true, inputs: [closed])
    try replaced.commit()
    #expect(try mode(folder.path("other")) == 0o640)
    let device = try OutputFile(
      path: folder.path("device"), replacing: false, inputs: ["/dev/null"])
    try device.commit()
    #expect(try mode(folder.path("device")) == mode(folder.path("usual")))
  }

  @Test("two outputs are one file by whatever names, one that is there or one that is not yet")
  func places() throws {
    _ = try folder.write("x".utf8, to: "there")
    #expect(symlink("there", folder.path("symbolic")) == 0)
    #expect(link(folder.path("there"), folder.path("hard")) == 0)
    #expect(symlink(".", folder.path("here")) == 0)
    for (left, right, isOne) in [
      ("there", "symbolic", true), ("there", "hard", true), ("there", "here/there", true),
      ("new", "./new", true), ("new", "here/new", true), ("new", "other", false),
      ("there", "new", false),
    ] {
      let places = [left, right].map { OutputPlace(path: folder.path($0)) }
      #expect(places.allSatisfy { $0 != nil })
      #expect((places[0] == places[1]) == isOne, "\(left) \(right)")
    }
    for none in ["/dev/null", folder.url.path, folder.path("no/where")] {
      #expect(OutputPlace(path: none) == nil)
    }
  }

  @Test(
    "a signal removes the temporary files and ends the process",
    arguments: [
      SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXCPU, SIGABRT, SIGSEGV, SIGTRAP,
    ])
  func signals(number: Int32) async throws {
    let path: String = folder.path("out")
    await #expect(processExitsWith: .signal(number)) {
      [path = path as String, number = number as Int32] in
      let done = try OutputFile(path: path + "-done", replacing: false)
      try done.commit()
      let kept = try OutputFile(path: path, replacing: false)
      try kept.write("half")
      let spooled = try OutputFile(path: path + "2", replacing: false)
      kill(getpid(), number)
      withExtendedLifetime((kept, spooled)) { _ = sleep(10) }
    }
    #expect(names == ["out-done"])
  }

  @Test("an ignored signal stays ignored")
  func ignoredSignal() async throws {
    let path: String = folder.path("out")
    await #expect(processExitsWith: .success) { [path = path as String] in
      signal(SIGHUP, SIG_IGN)
      let output = try OutputFile(path: path, replacing: false)
      try output.write("whole")
      kill(getpid(), SIGHUP)
      try output.commit()
      exit(0)
    }
    #expect(text("out") == "whole")
  }
}
