/// Distinct values in the order of their first use.
struct InternedValues<Value: Hashable> {
  private(set) var values: [Value] = []
  private var places: [Value: Int] = [:]

  /// The index of `value`, from 0; it is added if it is new.
  mutating func index(of value: Value) -> Int {
    if let place = places[value] { return place }
    let place = values.count
    values.append(value)
    places[value] = place
    return place
  }
}
