import Diagnostics

/// The formula of a cell, without the equals sign.
///
/// Cells may share one: it is written once, and each cell's own text is made only when ``text`` is asked for.
public struct CellFormula: Hashable, Sendable {
  /// A formula that several cells share, as its first cell writes it.
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

  /// Makes the formula of a cell that lies so far from the first that shares it.
  init(_ shared: Shared, moved move: FormulaMove) { storage = .shared(shared, move) }

  /// The formula as it reads in its cell.
  ///
  /// - Complexity: O(*n*) in its length where it is shared.
  public var text: String {
    switch storage {
    case .own(let text): return text
    case .shared(let shared, let move):
      var bytes: [UInt8] = []
      move.append(Array(shared.text.utf8), to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  /// The beginning of ``text``, more than a message repeats.
  ///
  /// - Complexity: O(1).
  package var beginning: String {
    switch storage {
    case .own(let text): return text
    case .shared(let shared, let move):
      // A reference has 23 characters at most, however few it becomes.
      let written = Array(shared.text.utf8.prefix(4096))
      var bytes: [UInt8] = []
      // A scalar has at most four bytes, and a message shows 80.
      move.append(written, to: &bytes, upTo: 4 * 81)
      return String(decoding: bytes, as: UTF8.self).excerpt
    }
  }

  /// Whether it mentions one of `words`, which are in lower case: names, functions, references, parts of texts.
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

  /// Whether it may look into another sheet.
  package var mentionsSheet: Bool { written.utf8.contains(UInt8(ascii: "!")) }

  /// Whether what is written is this cell's own text: not that of another cell that shares it.
  package var isWrittenHere: Bool { move == .none }

  /// How many bytes are written in the file.
  package var byteCount: Int { written.utf8.count }

  /// What is written in the file, for this cell or the first that shares it.
  var written: String {
    switch storage {
    case .own(let text): text
    case .shared(let shared, _): shared.text
    }
  }

  /// How far the cell lies from the one that ``written`` is for.
  var move: FormulaMove {
    switch storage {
    case .own: .none
    case .shared(_, let move): move
    }
  }

  /// What the cells that share the formula have in common; nil for a cell's own.
  var shared: Shared? {
    switch storage {
    case .own: nil
    case .shared(let shared, _): shared
    }
  }

  /// Whether both read the same.
  public static func == (left: Self, right: Self) -> Bool {
    if let shared = left.shared, shared === right.shared, left.move == right.move { return true }
    return left.text == right.text
  }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
