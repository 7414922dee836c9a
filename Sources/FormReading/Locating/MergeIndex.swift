import Documents

/// The merged areas of a grid, indexed by their cells.
///
/// Areas of one size class, with heights and widths within a factor of two, are in buckets of that size: each
/// is in at most four buckets, and a bucket has few of them.
final class MergeIndex: Sendable {
  private let areas: [GridRange]
  private let classes: [SizeClass]
  /// The bucket of each entry, ascending in each size class.
  private let buckets: [UInt64]
  /// The index of each entry's area, ascending in each bucket.
  private let indices: [Int32]

  /// The most rows and columns of an area that may be a label or a value.
  private static let (mostRows, mostColumns) = (2_001, 501)
  /// The most areas of one size class in a bucket: more would overlap, which is not allowed.
  private static let mostInBucket = 9

  /// A size class with its entries.
  private struct SizeClass {
    /// The exponents of the powers of two that bound an area's height and width.
    let height: Int
    let width: Int
    var entries = 0..<0

    func bucket(_ row: Int, _ column: Int) -> UInt64 {
      UInt64(UInt32(truncatingIfNeeded: row >> height)) << 32
        | UInt64(UInt32(truncatingIfNeeded: column >> width))
    }
  }

  /// Indexes `areas`; an area that is too large to be a label or a value counts as not merged.
  ///
  /// - Complexity: O(*n* log *n*) in the number of areas.
  init(_ areas: [GridRange]) {
    self.areas = areas
    var classes: [SizeClass] = []
    var entries: [[(bucket: UInt64, area: Int32)]] = []
    for (index, area) in areas.enumerated() {
      let rows = area.bottomRight.row &- area.topLeft.row + 1
      let columns = area.bottomRight.column &- area.topLeft.column + 1
      guard 1...Self.mostRows ~= rows, 1...Self.mostColumns ~= columns else { continue }
      let (height, width) = (Self.power(rows), Self.power(columns))
      var place = classes.firstIndex { $0.height == height && $0.width == width }
      if place == nil {
        place = classes.count
        classes.append(SizeClass(height: height, width: width))
        entries.append([])
      }
      guard let place else { continue }
      let size = classes[place]
      for row in (area.topLeft.row >> height)...(area.bottomRight.row >> height) {
        for column in (area.topLeft.column >> width)...(area.bottomRight.column >> width) {
          entries[place].append(
            (size.bucket(row << height, column << width), Int32(clamping: index)))
        }
      }
    }
    var (buckets, indices): ([UInt64], [Int32]) = ([], [])
    for place in classes.indices {
      entries[place].sort { ($0.bucket, $0.area) < ($1.bucket, $1.area) }
      let start = buckets.count
      var count = 0
      for (bucket, area) in entries[place] {
        count = buckets.count > start && buckets.last == bucket ? count + 1 : 1
        guard count <= Self.mostInBucket else { continue }
        buckets.append(bucket)
        indices.append(area)
      }
      classes[place].entries = start..<buckets.count
    }
    self.classes = classes
    self.buckets = buckets
    self.indices = indices
  }

  /// The exponent of the least power of two that is not less than `count`.
  private static func power(_ count: Int) -> Int {
    Int.bitWidth - (count - 1).leadingZeroBitCount
  }

  /// The area that contains `reference`; of several the last.
  ///
  /// - Complexity: O(*m* log *n*) in the numbers of size classes and of areas.
  func area(at reference: GridReference) -> GridRange? {
    var found: Int32 = -1
    for size in classes {
      let bucket = size.bucket(reference.row, reference.column)
      var (low, high) = (size.entries.lowerBound, size.entries.upperBound)
      while low < high {
        let middle = (low + high) / 2
        if buckets[middle] < bucket { low = middle + 1 } else { high = middle }
      }
      while low < size.entries.upperBound, buckets[low] == bucket {
        let area = indices[low]
        if area > found, areas[Int(area)].contains(reference) { found = area }
        low += 1
      }
    }
    return found < 0 ? nil : areas[Int(found)]
  }
}
