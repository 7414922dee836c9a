/// The number formats of a workbook's cell formats.
///
/// Source: ECMA-376-1:2016, 18.8.10 `cellXfs`.
public struct CellFormats: Hashable, Sendable {
  private let formats: [NumberFormat]
  private let places: [UInt32]
  /// The font properties by cell format; empty if all are plain.
  private let looks: [FontLook]

  /// The formats of a workbook without styles: all General.
  public static let plain = CellFormats(formats: [.general], places: [])

  /// Makes the table from distinct formats; `places` is the index of one for each cell format.
  init(formats: [NumberFormat], places: [UInt32], looks: [FontLook] = []) {
    self.formats = formats
    self.places = places
    self.looks = looks
  }

  /// The font properties of the cell format `styleIndex`.
  package func look(of styleIndex: Int) -> FontLook {
    looks.indices.contains(styleIndex) ? looks[styleIndex] : []
  }

  /// The number of cell formats.
  public var count: Int { places.count }

  /// The number format of the cell format `styleIndex`; General if it does not exist.
  public subscript(styleIndex: Int) -> NumberFormat {
    guard places.indices.contains(styleIndex) else { return .general }
    return formats[Int(places[styleIndex])]
  }
}
