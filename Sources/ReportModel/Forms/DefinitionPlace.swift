/// A position in a definition's JSON; its text is made only for problems.
indirect enum DefinitionPlace {
  /// The definition itself.
  case root
  /// A member of an object.
  case member(DefinitionPlace, String)
  /// An element of an array, counted from 0.
  case element(DefinitionPlace, Int)

  /// The position as in messages, such as `tables[0].rows[2].id`; empty for the definition itself.
  var path: String {
    switch self {
    case .root: ""
    case .member(.root, let name): name
    case .member(let object, let name): "\(object.path).\(name)"
    case .element(let array, let index): "\(array.path)[\(index)]"
    }
  }
}
