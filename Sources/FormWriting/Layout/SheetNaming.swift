/// Makes names of sheets that every spreadsheet program accepts.
package struct SheetNaming {
  private var taken: Set<String> = []

  /// Makes names that differ from each other and from `taken`.
  package init(taken: [String] = []) { self.taken = Set(taken.map { $0.lowercased() }) }

  /// `wanted`, changed if a program would reject it or another sheet has it.
  ///
  /// Source: Excel's rules: 1 to 31 UTF-16 units, none of `: \ / ? * [ ]`, no apostrophe at the ends, no
  /// two names that differ by case alone.
  package mutating func name(_ wanted: String) -> String {
    var base = String(
      String.UnicodeScalarView(
        wanted.unicodeScalars.map { scalar in
          scalar.value < 0x20 || ":\\/?*[]".unicodeScalars.contains(scalar) ? "_" : scalar
        }))
    base = Self.cut(base, to: 31)
    while base.hasPrefix("'") { base.removeFirst() }
    while base.hasSuffix("'") { base.removeLast() }
    if base.isEmpty || base.lowercased() == "history" { base = "表" + base }
    var name = base
    var number = 2
    while !taken.insert(name.lowercased()).inserted {
      let suffix = " (\(number))"
      name = Self.cut(base, to: 31 - suffix.count) + suffix
      number += 1
    }
    return name
  }

  private static func cut(_ text: String, to units: Int) -> String {
    var text = text
    while text.utf16.count > units { text.removeLast() }
    return text
  }

  /// `name` as in a formula before its `!`.
  static func quoted(_ name: String) -> String {
    "'" + name.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }
}
