/// Why a scanner stopped.
enum ScanStop {
  /// The rest of the window is the beginning of something longer.
  case needsMore
  /// The end tag of the element in which it scans is next.
  case end
  /// Something is next that is for libxml2 to read.
  case unknown
}
