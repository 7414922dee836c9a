import Diagnostics

/// The formula of a cell, without the equals sign.
///
/// A shared formula is stored once; the text for each cell is made only when ``text`` is read.
public struct CellFormula: Hashable, Sendable {
  /// A shared formula, as in its master cell.
  final class Shared: Sendable {
    let text: String
    init(_ text: String) { self.text = text }
  }

  private enum Storage: Sendable {
    case own(String)
    case shared(Shared, FormulaMove)
  }

  private let storage: Storage

  /// Makes a cell's own formula.
  public init(_ text: String) { storage = .own(text) }

  /// Makes the formula of a cell at an offset from the master cell of a shared formula.
  init(_ shared: Shared, moved move: FormulaMove) { storage = .shared(shared, move) }

  /// The text of the formula for its cell.
  ///
  /// - Complexity: O(*n*) in its length if it is shared.
  public var text: String {
    switch storage {
    case .own(let text): return text
    case .shared(let shared, let move):
      var bytes: [UInt8] = []
      move.append(Array(shared.text.utf8), to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The beginning of ``text``, at least as much as a message shows.
  ///
  /// - Complexity: O(1).
  package var beginning: String {
    switch storage {
    case .own(let text): return text
    case .shared(let shared, let move):
      // A reference has at most 23 characters, however few remain of it.
      let written = Array(shared.text.utf8.prefix(4096))
      var bytes: [UInt8] = []
      // A scalar has at most four bytes, and a message shows 80.
      move.append(written, to: &bytes, upTo: 4 * 81)
      return String(decoding: bytes, as: UTF8.self).excerpt
    }
  }

  /// Whether the formula contains one of the lower-case `words`: names, functions, references, parts of
  /// texts.
  ///
  /// - Complexity: O(*n*) in its length.
  package func mentions(_ words: Set<String>) -> Bool {
    let bytes = written.utf8
    var start = bytes.startIndex
    while let first = bytes[start...].firstIndex(where: FormulaMove.isWord) {
      let end = bytes[first...].firstIndex { !FormulaMove.isWord($0) } ?? bytes.endIndex
      if words.contains(written[first..<end].lowercased()) { return true }
      start = end
    }
    return false
  }

  /// Whether the formula may refer to another sheet.
  package var mentionsSheet: Bool { written.utf8.contains(UInt8(ascii: "!")) }

  /// Whether the stored text is this cell's own, not that of the master of a shared formula.
  package var isWrittenHere: Bool { move == .none }

  /// The number of bytes of the stored text.
  package var byteCount: Int { written.utf8.count }

  /// The stored text: that of this cell or of the master of a shared formula.
  var written: String {
    switch storage {
    case .own(let text): text
    case .shared(let shared, _): shared.text
    }
  }

  /// The offset from the cell of ``written``.
  var move: FormulaMove {
    switch storage {
    case .own: .none
    case .shared(_, let move): move
    }
  }

  /// The shared formula; nil for a cell's own formula.
  var shared: Shared? {
    switch storage {
    case .own: nil
    case .shared(let shared, _): shared
    }
  }

  /// Whether both have the same text.
  public static func == (left: Self, right: Self) -> Bool {
    if let shared = left.shared, shared === right.shared, left.move == right.move { return true }
    return left.text == right.text
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
