import Documents

/// The merged areas of a grid, indexed by their cells.
///
/// Areas of one size class, with heights and widths within a factor of two, are in buckets of that size: each
/// is in at most four buckets, and a bucket has few of them.
struct MergeIndex {
  private let areas: [GridRange]
  private var buckets: [Bucket: [Int32]] = [:]
  private var sizes: [Size] = []

  /// The most rows and columns of an area that may be a label or a value.
  private static let (mostRows, mostColumns) = (2_001, 501)
  /// The most areas of one size class in a bucket: more would overlap, which is not allowed.
  private static let mostInBucket = 9

  /// The exponents of the powers of two that bound an area's height and width.
  private struct Size: Hashable {
    let height: Int32
    let width: Int32
  }

  private struct Bucket: Hashable {
    let size: Size
    let row: Int32
    let column: Int32
  }

  /// Indexes `areas`; an area that is too large to be a label or a value counts as not merged.
  ///
  /// - Complexity: O(*n*) in the number of areas.
  init(_ areas: [GridRange]) {
    self.areas = areas
    var known: Set<Size> = []
    for (index, area) in areas.enumerated() {
      let rows = area.bottomRight.row &- area.topLeft.row + 1
      let columns = area.bottomRight.column &- area.topLeft.column + 1
      guard 1...Self.mostRows ~= rows, 1...Self.mostColumns ~= columns else { continue }
      let size = Size(height: Self.power(rows), width: Self.power(columns))
      if known.insert(size).inserted { sizes.append(size) }
      for row in (area.topLeft.row >> size.height)...(area.bottomRight.row >> size.height) {
        for column in (area.topLeft.column >> size.width)...(area.bottomRight.column >> size.width)
        {
          let bucket = Bucket(
            size: size, row: Int32(clamping: row), column: Int32(clamping: column))
          if buckets[bucket, default: []].count < Self.mostInBucket {
            buckets[bucket, default: []].append(Int32(clamping: index))
          }
        }
      }
    }
  }

  /// The exponent of the least power of two that is not less than `count`.
  private static func power(_ count: Int) -> Int32 {
    Int32(Int.bitWidth - (count - 1).leadingZeroBitCount)
  }

  /// The area that contains `reference`.
  ///
  /// - Complexity: O(*n*) in the number of size classes.
  func area(at reference: GridReference) -> GridRange? {
    var found: Int32?
    for size in sizes {
      let bucket = Bucket(
        size: size, row: Int32(clamping: reference.row >> size.height),
        column: Int32(clamping: reference.column >> size.width))
      for index in buckets[bucket] ?? []
      where index > found ?? -1 && areas[Int(index)].contains(reference) {
        found = index
      }
    }
    return found.map { areas[Int($0)] }
  }
}
