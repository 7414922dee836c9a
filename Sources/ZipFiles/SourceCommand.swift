import CLibZip
import Diagnostics

/// The common parts of the answers of our `zip_source_t` callbacks.
enum SourceCommand {
  /// The answer to `ZIP_SOURCE_SUPPORTS`; the macro for it is not imported.
  static func bitmap(_ commands: [zip_source_cmd_t]) -> Int64 {
    commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
  }

  /// The answer to `ZIP_SOURCE_STAT`: an initialized `zip_stat_t` with what `fill` sets.
  static func describe(
    _ data: UnsafeMutableRawBufferPointer, _ fill: (inout zip_stat_t) -> Void
  ) -> Int64 {
    guard data.count >= MemoryLayout<zip_stat_t>.size,
      let status = data.baseAddress?.assumingMemoryBound(to: zip_stat_t.self)
    else { return -1 }
    zip_stat_init(status)
    fill(&status.pointee)
    return Int64(MemoryLayout<zip_stat_t>.size)
  }

  /// The answer to `ZIP_SOURCE_ERROR`.
  static func tell(
    _ fault: SystemFault?, _ code: Int32, _ data: UnsafeMutableRawBufferPointer
  ) -> Int64 {
    var error = zip_error_t()
    zip_error_init(&error)
    if let fault { zip_error_set(&error, code, fault.code) }
    return zip_error_to_data(&error, data.baseAddress, UInt64(data.count))
  }

  /// Makes a source that calls `answer` of `object`, which libzip retains until it frees the source.
  static func makeSource(_ object: any SourceCommandAnswering) -> OpaquePointer? {
    let box = Unmanaged.passRetained(SourceBox(object))
    let source = zip_source_function_create(
      { box, data, length, command in
        guard let box else { return -1 }
        let held = Unmanaged<SourceBox>.fromOpaque(box)
        guard command != ZIP_SOURCE_FREE else {
          held.release()
          return 0
        }
        return held.takeUnretainedValue().object.answer(
          command, UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
      }, box.toOpaque(), nil)
    if source == nil { box.release() }
    return source
  }
}

/// An object that libzip reads or writes through.
protocol SourceCommandAnswering: AnyObject {
  /// Performs libzip's command; `data` is the command's argument or result.
  func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64
}

/// Carries an object through libzip's `void *`: a C function pointer cannot be generic.
private final class SourceBox {
  let object: any SourceCommandAnswering

  init(_ object: any SourceCommandAnswering) { self.object = object }
}
