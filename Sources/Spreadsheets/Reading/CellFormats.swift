/// The number formats of a workbook's cell formats.
///
/// Source: ECMA-376-1:2016, 18.8.10 `cellXfs`.
public struct CellFormats: Hashable, Sendable {
  private let formats: [NumberFormat]
  private let places: [UInt32]
  /// What the fonts look like, by cell format; empty where all are plain.
  private let looks: [FontLook]

  /// The formats of a workbook that says nothing of them: all General.
  public static let plain = CellFormats(formats: [.general], places: [])

  /// Makes the table out of distinct formats, of which `places` names one for each cell format.
  init(formats: [NumberFormat], places: [UInt32], looks: [FontLook] = []) {
    self.formats = formats
    self.places = places
    self.looks = looks
  }

  /// What the font of the cell format `styleIndex` looks like.
  package func look(of styleIndex: Int) -> FontLook {
    looks.indices.contains(styleIndex) ? looks[styleIndex] : []
  }

  /// How many cell formats there are.
  public var count: Int { places.count }

  /// The number format of the cell format `styleIndex`; General where there is none.
  public subscript(styleIndex: Int) -> NumberFormat {
    guard places.indices.contains(styleIndex) else { return .general }
    return formats[Int(places[styleIndex])]
  }
}
