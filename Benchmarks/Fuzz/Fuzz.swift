import Foundation

/// The target that `FUZZ_TARGET` names.
private let target: any FuzzTarget.Type = {
  let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
  guard let target = fuzzTargets.first(where: { $0.name == name }) else {
    fatalError("FUZZ_TARGET is one of \(fuzzTargets.map { $0.name }.joined(separator: " "))")
  }
  return target
}()

/// What libFuzzer calls with each input; refusing one by an error is right.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  try? target.run(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}
