/// A list to choose from, of which a page shows what is chosen.
struct HTMLSelection {
  private var options: [(text: String, isSelected: Bool)] = []
  /// Whether several lines of the list are shown.
  let showsList: Bool

  init(_ attributes: [String: String]) {
    showsList =
      attributes["multiple"] != nil || (attributes["size"].flatMap { Int($0) } ?? 1) > 1
  }

  /// Begins the next option.
  mutating func beginOption(_ attributes: [String: String]) {
    options.append((attributes["label"] ?? "", attributes["selected"] != nil))
  }

  /// Adds to the text of the option; text outside of options is not shown.
  mutating func append(_ text: String) {
    guard let last = options.indices.last else { return }
    options[last].text += text
  }

  /// What is shown: the option that is chosen, which is the last that says so, or else the first; every
  /// option of a list of several lines.
  var shown: String {
    if showsList { return options.map(\.text).joined(separator: " ") }
    return (options.last(where: \.isSelected) ?? options.first)?.text ?? ""
  }
}
