/// Places in a message: the names of the first, and the number of the others.
struct Places: Hashable, ExpressibleByArrayLiteral {
  private let named: [String]
  private let count: Int

  /// The most places that are named.
  private static let most = 20

  /// Makes the places of `items`, named by `name`.
  init<Items: Collection>(_ items: Items, name: (Items.Element) -> String) {
    named = items.prefix(Self.most).map(name)
    count = items.count
  }

  init(arrayLiteral places: String...) { self.init(places) { $0 } }

  /// The places in Chinese.
  var zh: String {
    let list = named.joined(separator: "、")
    return count > named.count ? "\(list) 等 \(count) 处" : list
  }

  /// The places in English.
  var en: String {
    let list = named.joined(separator: ", ")
    return count > named.count ? "\(list) and \(count - named.count) more" : list
  }
}
