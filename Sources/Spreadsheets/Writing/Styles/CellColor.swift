/// A color of a font, fill, border line or sheet tab: red, green and blue of one byte each.
public struct CellColor: Hashable, Sendable {
  /// The color as `0xRRGGBB`.
  public let rgb: UInt32

  /// Makes a color from `0xRRGGBB`; higher bits are ignored.
  public init(_ rgb: UInt32) { self.rgb = rgb & 0xFF_FFFF }

  /// The color as `AARRGGBB`, opaque.
  ///
  /// Source: ECMA-376-1:2016, 18.18.86 `ST_UnsignedIntHex`.
  var argbText: String {
    let digits = String(rgb, radix: 16, uppercase: true)
    return "FF" + String(repeating: "0", count: 6 - digits.count) + digits
  }
}

extension CellColor {
  /// Black.
  public static let black = CellColor(0x00_0000)
  /// White.
  public static let white = CellColor(0xFF_FFFF)
}
