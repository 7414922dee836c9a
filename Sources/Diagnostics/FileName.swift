#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// File names of any bytes as strings.
///
/// A Unix file name is any bytes but NUL and `/`; names in zip archives are often GBK. A Swift string is
/// always valid UTF-8, so a byte that is not valid UTF-8 becomes a private-use scalar, U+10FE80 to U+10FEFF.
/// A scalar of that range in the name becomes four of them, so the mapping is reversible. (Python uses
/// surrogates for this, PEP 383, which a Swift string cannot contain.)
extension String {
  /// The scalars for the bytes 0x80 to 0xFF.
  private static let escapes: ClosedRange<UInt32> = 0x10FE80...0x10FEFF
  /// The difference between an escape and its byte.
  private static let escapeBase: UInt32 = 0x10FE00

  /// Whether the string may contain an escape: in UTF-8 all of them begin with this byte.
  private var mayHoldEscapes: Bool { utf8.contains(0xF4) }

  /// Makes the name from its bytes.
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

  /// Makes the name from a C string.
  package init(fileName pointer: UnsafePointer<CChar>) {
    let length = unsafe strlen(pointer)
    self = unsafe pointer.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
      unsafe String(fileName: UnsafeBufferPointer(start: bytes, count: length))
    }
  }

  /// The bytes of the file name.
  package var fileNameBytes: [UInt8] {
    guard mayHoldEscapes else { return Array(utf8) }
    return unicodeScalars.flatMap { scalar in
      Self.escapes.contains(scalar.value)
        ? [UInt8(truncatingIfNeeded: scalar.value - Self.escapeBase)] : Array(String(scalar).utf8)
    }
  }

  /// The extension of a file name or path in lower case, without the dot; empty when there is none.
  package var fileNameExtension: String {
    guard let last = split(separator: "/").last, let dot = last.lastIndex(of: "."),
      dot > last.startIndex
    else { return "" }
    return last[last.index(after: dot)...].lowercased()
  }

  /// The file name for system calls: its bytes and a NUL.
  package var systemName: [CChar] { fileNameBytes.map { CChar(bitPattern: $0) } + [0] }

  /// The file name for messages: a byte that is not valid UTF-8 is shown as `\xHH`.
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
