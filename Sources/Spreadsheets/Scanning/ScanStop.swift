/// Why a scanner stopped.
enum ScanStop {
  /// The rest of the window is incomplete.
  case needsMore
  /// The end tag of the scanned element is next.
  case end
  /// Markup that libxml2 must read is next.
  case unknown
}
