/// A selection list, of which a page displays the selected option.
struct HTMLSelection {
  private var options: [(text: String, isSelected: Bool)] = []
  /// Whether several lines of the list are displayed.
  let showsList: Bool

  init(_ attributes: [String: String]) {
    showsList =
      attributes["multiple"] != nil || (attributes["size"].flatMap { Int($0) } ?? 1) > 1
  }

  /// Begins the next option.
  mutating func beginOption(_ attributes: [String: String]) {
    options.append((attributes["label"] ?? "", attributes["selected"] != nil))
  }

  /// Appends to the text of the option; text outside options is not displayed.
  mutating func append(_ text: String) {
    guard let last = options.indices.last else { return }
    options[last].text += text
  }

  /// The displayed text: the last selected option, or else the first option; every option of a list of
  /// several lines.
  var shown: String {
    if showsList { return options.map(\.text).joined(separator: " ") }
    return (options.last(where: \.isSelected) ?? options.first)?.text ?? ""
  }
}
