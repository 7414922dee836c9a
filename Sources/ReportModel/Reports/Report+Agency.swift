extension Report {
  /// The agency's name for comparison, without white space and with full-width characters as plain ones; nil
  /// if it is not stated.
  package var agencyKey: String? {
    let key = agency.unicodeScalars.reduce(into: "") { key, scalar in
      guard !scalar.properties.isWhitespace else { return }
      let isWide = (0xFF01...0xFF5E).contains(scalar.value)
      key.unicodeScalars.append(
        isWide ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar)
    }
    return key.isEmpty ? nil : key
  }

  /// Whether both state their agencies and these differ.
  ///
  /// A name may include the names of the regions above: 民政局 may be 示范市民政局.
  package func isOfAnotherAgency(than other: Report) -> Bool {
    guard let own = agencyKey, let others = other.agencyKey else { return false }
    return !own.hasSuffix(others) && !others.hasSuffix(own)
  }
}
