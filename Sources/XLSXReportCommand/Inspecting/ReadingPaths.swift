import Diagnostics
import Documents
import Spreadsheets

/// The path by which each sheet of a workbook is read, and the reason for a fallback.
///
/// It reads the sheets once more, for `inspect --verbose` only.
struct ReadingPaths {
  /// A part that was read.
  struct Part {
    /// The sheet's name; nil for the shared strings.
    let sheet: String?
    /// The path by which it was read.
    let readingPath: ReadingPath
  }

  /// The sheets with cells, then the shared strings, if there are any.
  private(set) var parts: [Part] = []

  /// Reads the workbook `input`; nil if it is not a workbook, or cannot be read.
  init?(_ input: Input, limits: Limits) {
    guard let workbook = try? Workbook(input.package(limits: limits)) else { return nil }
    for sheet in workbook.sheets where sheet.hasCells {
      var nothing = Nothing()
      guard let details = try? workbook.read(sheet, into: &nothing) else { return nil }
      parts.append(Part(sheet: sheet.name, readingPath: details.readingPath))
    }
    if let readingPath = workbook.stringsReadingPath {
      parts.append(Part(sheet: nil, readingPath: readingPath))
    }
  }

  /// Ignores cells.
  private struct Nothing: CellSink {
    var wantsFormulas: Bool { true }
    mutating func cell(_ cell: borrowing CellView) {}
  }
}

extension ReadingPath {
  /// The path as a localized text.
  var phrase: Phrase {
    switch self {
    case .scanner: Phrase(zh: "快速扫描", en: "by the fast scanner")
    case .parser(let reason):
      Phrase(zh: "由 libxml2 读取：\(reason.phrase.zh)", en: "by libxml2: \(reason.phrase.en)")
    case .scannerUntil(let line, let before):
      Phrase(
        zh: "第 \(line) 行起由 libxml2 读取，因为扫描器不认识 \(before)",
        en: "by libxml2 from line \(line) on, as the fast scanner does not know \(before)")
    }
  }

  /// The reason why the fast path did not read everything.
  var why: Phrase? { self == .scanner ? nil : phrase }

  /// The path's name in JSON.
  var name: String {
    switch self {
    case .scanner: "scanner"
    case .parser: "libxml2"
    case .scannerUntil: "scanner, then libxml2"
    }
  }
}

extension ReadingPath.Reason {
  /// The reason as a localized text.
  fileprivate var phrase: Phrase {
    switch self {
    case .notAsked: Phrase(zh: "扫描器已关闭", en: "the fast scanner is off")
    case .narrowLimits:
      Phrase(zh: "安全限制比扫描窗口还小", en: "the safety limits are narrower than its window")
    case .noCells: Phrase(zh: "没有单元格", en: "there are no cells")
    case .noPlace:
      Phrase(zh: "没有可以开始扫描的开始标签", en: "there is no plain start tag for it to begin behind")
    case .encoding: Phrase(zh: "编码不是 UTF-8", en: "the encoding is not UTF-8")
    case .longPrefix: Phrase(zh: "元素前缀太长", en: "the prefix of the elements is too long")
    }
  }
}
