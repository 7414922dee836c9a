/// Places for a message: so many of them as a person reads, and how many others there are.
struct Places: Hashable, ExpressibleByArrayLiteral {
  private let named: [String]
  private let count: Int

  /// How many are named at most.
  private static let most = 20

  /// Takes the places of `items`, as `name` names them.
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
