import Diagnostics
import Foundation
import TestSupport
import Testing

/// Options that take a whole number: any that a machine can hold is taken or refused, and never a trap.
struct NumberOptionTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    _ = try folder.write(Data(try Submission.csv().utf8), to: "a.csv")
    let page = "<html><body><table><tr><td><b>1</b></td></tr></table></body></html>"
    _ = try folder.write(Data(page.utf8), to: "a.html")
    let made = try CommandRun(["export", "a.csv", "-o", "a.xlsx"], in: folder.url)
    try #require(made.exitCode == 0, "\(made.errors)")
  }

  @Test("a limit may be any number from 0 on", arguments: Limit.allCases)
  func limits(limit: Limit) throws {
    let run = try ShellRun(
      """
      for value in 0 1 4611686018427387904 \(Int.max); do for file in a.csv a.html a.xlsx; do
        "$0" inspect $file --limit \(limit.rawValue)=$value >/dev/null 2>&1; echo $?
      done; done
      """, in: folder.url)
    #expect(run.output.split(separator: "\n").count == 12)
    #expect(
      run.output.split(separator: "\n").allSatisfy { ["0", "65"].contains($0) }, "\(run.output)")
    // Without a bound everything is read.
    #expect(
      run.output.hasSuffix("0\n65\n0\n") || run.output.hasSuffix("0\n0\n0\n"), "\(run.output)")
  }

  @Test(
    "what is no such number is refused",
    arguments: ["-1", "-9223372036854775808", "9223372036854775808", "1e3", "", " 1"])
  func refusesLimits(value: String) throws {
    let run = try CommandRun(["inspect", "a.csv", "--limit", "cells=\(value)"], in: folder.url)
    #expect(
      run.errors
        == "xlsxreport: --limit 要写成 名称=数值，而不是“cells=\(value)”（用法见 xlsxreport inspect --help）\n")
    #expect(run.exitCode == 64)
  }

  @Test(
    "files at a time and years",
    arguments: [
      ("check a.csv a.xlsx --jobs \(Int.max)", 0),
      ("check a.csv a.xlsx --jobs 4611686018427387904", 0),
      ("check a.csv a.xlsx --jobs 1", 0), ("check a.csv a.xlsx --jobs 0", 64),
      ("check a.csv a.xlsx --jobs=-1", 64), ("check a.csv a.xlsx --jobs=\(Int.min)", 64),
      ("check a.csv a.xlsx --jobs 9223372036854775808", 64),
      ("template -o t.xlsx --year \(Int.max)", 64), ("template -o t.xlsx --year=\(Int.min)", 64),
      ("template -o t.xlsx --year 0", 64), ("convert a.xlsx --to csv --sheet \(Int.max)", 65),
      ("convert a.xlsx --to csv --sheet=\(Int.min)", 65), ("convert a.xlsx --to csv --sheet 0", 65),
    ] as [(String, Int32)])
  func others(arguments: String, status: Int32) throws {
    let run = try CommandRun(arguments.split(separator: " ").map(String.init), in: folder.url)
    #expect(run.exitCode == status, "\(run.errors)")
  }
}
