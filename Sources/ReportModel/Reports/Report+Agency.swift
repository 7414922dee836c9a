extension Report {
  /// The agency's name without white space and with full-width characters as plain ones, to compare it; nil
  /// where it is not stated.
  package var agencyKey: String? {
    let key = agency.unicodeScalars.reduce(into: "") { key, scalar in
      guard !scalar.properties.isWhitespace else { return }
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      key.unicodeScalars.append(
        isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return key.isEmpty ? nil : key
  }

  /// Whether both state their agencies and these are not one.
  ///
  /// A name may be written with or without those of the regions above: 民政局 may be 示范市民政局.
  package func isOfAnotherAgency(than other: Report) -> Bool {
    guard let own = agencyKey, let others = other.agencyKey else { return false }
    return !own.hasSuffix(others) && !others.hasSuffix(own)
  }
}
