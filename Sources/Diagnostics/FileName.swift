#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Names of files as strings, whatever bytes they are.
///
/// To a Unix system a name is any bytes but NUL and `/`: names out of a zip archive are often in GBK. A
/// string holds UTF-8 alone, so a byte that is no part of it becomes a scalar of a private plane, from
/// U+10FE80 to U+10FEFF, and a scalar of that range becomes four of them. Both ways nothing is lost.
/// (Python does the same with surrogates, PEP 383, which a Swift string cannot hold.)
extension String {
  /// The bytes 0x80 to 0xFF as scalars.
  private static let escapes: ClosedRange<UInt32> = 0x10FE80...0x10FEFF
  /// What an escape is more than its byte.
  private static let escapeBase: UInt32 = 0x10FE00

  /// Whether the string may hold an escape: all of them begin with this byte.
  private var mayHoldEscapes: Bool { utf8.contains(0xF4) }

  /// The name that has the bytes `bytes`.
  ///
  /// - Complexity: O(*n*) in the number of bytes.
  package init(fileName bytes: some Collection<UInt8>) {
    if let text = String(validating: bytes, as: UTF8.self), !text.mayHoldEscapes {
      self = text
      return
    }
    var name = String.UnicodeScalarView()
    func escape(_ bytes: some Sequence<UInt8>) {
      for byte in bytes {
        name.append(Unicode.Scalar(Self.escapeBase + UInt32(byte)) ?? "\u{FFFD}")
      }
    }
    var parser = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    var rest = bytes[...]
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        let scalar = Unicode.UTF8.decode(encoded)
        if Self.escapes.contains(scalar.value) { escape(encoded) } else { name.append(scalar) }
        rest = rest.dropFirst(encoded.count)
      case .error(let length):
        escape(rest.prefix(length))
        rest = rest.dropFirst(length)
      case .emptyInput:
        self.init(name)
        return
      }
    }
  }

  /// The name that the C string at `pointer` is.
  package init(fileName pointer: UnsafePointer<CChar>) {
    let length = unsafe strlen(pointer)
    self = unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      unsafe String(fileName: UnsafeBufferPointer(start: bytes, count: length))
    }
  }

  /// The bytes of the file's name that the string is.
  package var fileNameBytes: [UInt8] {
    guard mayHoldEscapes else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in
      Self.escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value - Self.escapeBase)] : Array(String(scalar).utf8)
    }
  }

  /// The ending of a file's name or path in lower case, without the dot; empty when it has none.
  package var fileNameExtension: String {
    guard let last = split(separator: "/").last, let dot = last.lastIndex(of: "."),
      dot > last.startIndex
    else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// The file's name as the system's calls take it: its bytes and a NUL.
  package var systemName: [CChar] { fileNameBytes.map { CChar(bitPattern: $0) } + [0] }

  /// The file's name for a person: a byte that is no part of UTF-8 as `\xHH`.
  package var shownFileName: String {
    guard mayHoldEscapes else { return self }
    return unicodeScalars.reduce(into: "") { shown, scalar in
      if Self.escapes.contains(scalar.value) {
        shown += "\\x" + String(scalar.value - Self.escapeBase, radix: 16, uppercase: true)
      } else {
        shown.unicodeScalars.append(scalar)
      }
    }
  }
}
