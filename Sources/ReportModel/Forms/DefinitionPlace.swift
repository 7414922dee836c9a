/// A place in a definition's JSON; its text is made only where something is wrong there.
indirect enum DefinitionPlace {
  /// The definition itself.
  case root
  /// A member of an object.
  case member(DefinitionPlace, String)
  /// An element of an array, counted from 0.
  case element(DefinitionPlace, Int)

  /// The place as messages name it, such as `tables[0].rows[2].id`; empty for the definition itself.
  var path: String {
    switch self {
    case .root: ""
    case .member(.root, let name): name
    case .member(let object, let name): "\(object.path).\(name)"
    case .element(let array, let index): "\(array.path)[\(index)]"
    }
  }
}
