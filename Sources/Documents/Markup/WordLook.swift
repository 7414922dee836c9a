/// The properties of a run that determine whether its text is read as written; nil if not specified.
///
/// Source: ISO/IEC 29500-1, 17.3.2.
struct WordLook: Hashable {
  var isStruckOut: Bool?
  var isStruckOutTwice: Bool?
  var isHidden: Bool?
  var isRaised: Bool?

  /// The least distance of raised or lowered text from the line, in half-points.
  private static let leastRaise: UInt = 4

  /// Sets a property by its element's name and value; irrelevant ones are ignored.
  mutating func set(_ name: String, _ value: String?) {
    let isOn = value != "0" && value != "false" && value != "off"
    switch name {
    case "strike": isStruckOut = isOn
    case "dstrike": isStruckOutTwice = isOn
    case "vanish", "specVanish": isHidden = isOn
    case "vertAlign": isRaised = value == "superscript" || value == "subscript"
    case "position" where (value.flatMap { Int($0) }?.magnitude ?? 0) >= Self.leastRaise:
      isRaised = true
    default: break
    }
  }

  /// Overrides its properties with those of `other`, which takes precedence.
  mutating func merge(_ other: WordLook) {
    isStruckOut = other.isStruckOut ?? isStruckOut
    isStruckOutTwice = other.isStruckOutTwice ?? isStruckOutTwice
    isHidden = other.isHidden ?? isHidden
    isRaised = other.isRaised ?? isRaised
  }

  /// The look of a text with these properties.
  var text: TextLook {
    var look: TextLook = []
    if isHidden == true { look.insert(.hidden) }
    if isStruckOut == true || isStruckOutTwice == true { look.insert(.struckOut) }
    if isRaised == true { look.insert(.raised) }
    return look
  }
}
