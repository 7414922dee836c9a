/// Scores how well a text of a grid matches a label of a form.
enum LabelSimilarity {
  /// The score of `text` as `label`, or nil below ``MatchScore/threshold``.
  static func score(_ text: LabelText, _ label: FormLabel) -> (score: Double, isExact: Bool)? {
    score(text, label, signature: FormLabel.characters(of: text.core))
  }

  /// The score of `text`, whose characters are in `signature`, as `label`; a wording that differs counts only
  /// if `isSame` holds for it.
  static func score(
    _ text: LabelText, _ label: FormLabel, signature: UInt64,
    isSame: (_ text: [UInt16], _ label: [UInt16]) -> Bool = { _, _ in true }
  ) -> (score: Double, isExact: Bool)? {
    guard !text.isEmpty else { return nil }
    if let exact = exactScore(text, label) { return exact }
    if text.core.count == totalLength, totals.contains(text.core),
      label.owns.contains(where: { totals.contains($0.core) })
    {
      return (MatchScore.otherTotal, false)
    }
    guard sharesEnough(signature, label.characters) else { return nil }
    var best = 0.0
    func offer(_ text: [UInt16], _ wording: [UInt16], _ score: Double) {
      if score > best, score >= MatchScore.threshold, isSame(text, wording) { best = score }
    }
    for own in label.owns {
      offer(text.core, own.core, likeness(text.core, own.core))
      if !text.remark.isEmpty || !own.remark.isEmpty {
        offer(text.whole, own.whole, likeness(text.whole, own.whole))
      }
    }
    if let inner = text.inner, isPiece(text.core.dropLast(inner.count), of: label.groups) {
      for own in label.owns { offer(inner, own.core, similarity(inner, own.core)) }
    }
    for join in label.joins where join.count <= text.core.count + 2 {
      offer(text.core, join, similarity(text.core, join))
    }
    return best > 0 ? (best, false) : nil
  }

  /// Whether `text` is the beginning or the end of the name of one of `groups`, as after a page break or a
  /// cell boundary.
  private static func isPiece(_ text: ArraySlice<UInt16>, of groups: [LabelText]) -> Bool {
    groups.contains {
      $0.core.starts(with: text) || $0.core.reversed().starts(with: text.reversed())
    }
  }

  /// Whether `text` repeats `original` with few changes.
  static func isCopy(_ text: [UInt16], of original: [UInt16]) -> Bool {
    similarity(text, original) >= MatchScore.threshold
  }

  private static func likeness(_ text: [UInt16], _ label: [UInt16]) -> Double {
    max(similarity(text, label), containment(text, label))
  }

  /// Whether `text`, whose characters are in `signature`, may score as a label whose characters are in
  /// `characters`: they share enough of them, or the text may be a total, which has other names.
  static func isPossible(_ text: LabelText, _ signature: UInt64, _ characters: UInt64) -> Bool {
    text.core.count == totalLength || sharesEnough(signature, characters)
  }

  private static func sharesEnough(_ left: UInt64, _ right: UInt64) -> Bool {
    5 * (left & right).nonzeroBitCount >= 2 * min(left.nonzeroBitCount, right.nonzeroBitCount)
  }

  private static func exactScore(
    _ text: LabelText, _ label: FormLabel
  ) -> (score: Double, isExact: Bool)? {
    for own in label.owns where text.core == own.core || text.isWhole(own) {
      if text.remark.isEmpty || text.isWhole(own) || own.remark.starts(with: text.remark) {
        if text.ordinal == own.ordinal { return (1, true) }
        let isMissing = text.ordinal == nil || own.ordinal == nil
        return (1 - (isMissing ? MatchScore.missingOrdinal : MatchScore.otherOrdinal), true)
      }
      return isYear(text.remark) ? (MatchScore.withYear, false) : (MatchScore.explained, true)
    }
    return label.joins.contains(text.core) ? (MatchScore.joined, true) : nil
  }

  /// One minus the share of characters that must change, scaled to at most ``MatchScore/similar``; texts of one or two
  /// characters score 0.
  private static func similarity(_ text: [UInt16], _ label: [UInt16]) -> Double {
    let length = max(text.count, label.count)
    guard min(text.count, label.count) > 2 else { return 0 }
    let bound = length * 2 / 5  // more changes score below the threshold
    guard let distance = EditDistance.between(text, label, atMost: bound) else { return 0 }
    return MatchScore.similar * (1 - Double(distance) / Double(length))
  }

  /// The score of a text that was cut off or has words around the label.
  private static func containment(_ text: [UInt16], _ label: [UInt16]) -> Double {
    let (short, long) = text.count < label.count ? (text, label) : (label, text)
    guard short.count > 2, long.firstRange(of: short) != nil else { return 0 }
    return MatchScore.contained + MatchScore.containedShare * Double(short.count)
      / Double(long.count)
  }

  /// Whether `text` contains a number of four digits.
  private static func isYear(_ text: [UInt16]) -> Bool {
    var digits = 0
    for unit in text {
      digits = 0x30...0x39 ~= unit ? digits + 1 : 0
      if digits == 4 { return true }
    }
    return false
  }

  /// The length of each of the ``totals``, in UTF-16 units.
  private static let totalLength = 2
  private static let totals = Set(["总计", "合计", "共计", "总数", "总和"].map { Array($0.utf16) })
}

extension RandomAccessCollection<UInt16> where Index == Int {
  /// The first range whose elements equal `part`.
  ///
  /// Of the standard library's search for any elements one call takes as long as reading a cell.
  func firstRange(of part: [UInt16]) -> Range<Int>? {
    guard let first = part.first, part.count <= count else { return nil }
    for start in startIndex...(endIndex - part.count) where self[start] == first {
      var length = 1
      while length < part.count, self[start + length] == part[length] { length += 1 }
      if length == part.count { return start..<(start + length) }
    }
    return nil
  }
}
