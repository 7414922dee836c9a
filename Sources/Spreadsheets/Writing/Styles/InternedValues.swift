/// Values in the order in which they first came, each stored once.
struct InternedValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]

  /// The place of `value`, from 0; it is added when it is new.
  mutating func index(of value: Value) -> Int {
    if let place = places[value] { return place }
    let place = values.count
    values.append(value)
    places[value] = place
    return place
  }
}
