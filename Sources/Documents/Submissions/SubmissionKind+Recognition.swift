package import Diagnostics
import OpenPackaging
import ZipFiles

/// A recognised submission: its kind, and its package if it is one.
package struct RecognisedSubmission {
  /// Its kind.
  package let kind: SubmissionKind
  /// The opened package of a workbook or document, so that it is opened only once.
  var container: OPCPackage?
}

extension SubmissionKind {
  /// Recognises `file` by its first bytes, the main part of a package, and only then its name.
  ///
  /// - Throws: `ByteSourceError`, `ZipError`, `LimitExceeded`.
  package init(of file: Input, limits: Limits = .standard) throws {
    self = try Self.recognise(file, limits: limits).kind
  }

  static func recognise(_ file: Input, limits: Limits) throws -> RecognisedSubmission {
    let start = try file.start(4096)
    let name = file.nameExtension
    guard !hasByteOrderMark(start) else {
      // Half a UTF-16 character may look like a control character.
      let format = ForeignFormat(start: start) { [] }
      return RecognisedSubmission(
        kind: text(start, nameExtension: name, looksLike: format == .unknown ? .text : format))
    }
    do {
      return try package(file, limits: limits)
    } catch ZipError.notAnArchive(let format) {
      return RecognisedSubmission(kind: plain(format, start, nameExtension: name))
    }
  }

  private static func hasByteOrderMark(_ start: [UInt8]) -> Bool {
    [[0xEF, 0xBB, 0xBF], [0xFF, 0xFE], [0xFE, 0xFF]].contains { start.starts(with: $0) }
  }

  // MARK: - Packages

  private static func package(
    _ file: Input, limits: Limits
  ) throws -> RecognisedSubmission {
    do {
      let container = try file.package(limits: limits)
      return RecognisedSubmission(kind: kind(of: container), container: container)
    } catch OPCError.openDocument(let type) {
      let isSheet = type.contains("spreadsheet")
      return RecognisedSubmission(
        kind: .foreign(
          isSheet
            ? .openDocumentSheet
            : type.contains("text") ? .openDocumentText : .archive("OpenDocument")))
    } catch OPCError.notAPackage {
      return RecognisedSubmission(kind: .foreign(.archive("zip")))
    }
  }

  private static func kind(of container: OPCPackage) -> SubmissionKind {
    do {
      _ = try container.mainPart(expecting: .workbook)
      return .workbook
    } catch OPCError.wrongKind(let found, _) {
      switch found {
      case .workbook, .unknown: return .workbook
      case .binaryWorkbook: return .foreign(.binaryWorkbook)
      case .document: return .wordDocument
      case .presentation: return .foreign(.presentation)
      }
    } catch {
      // The workbook's reader reports what is wrong with the package.
      return .workbook
    }
  }

  // MARK: - Everything else

  private static func plain(
    _ format: ForeignFormat, _ start: [UInt8], nameExtension name: String
  ) -> SubmissionKind {
    switch format {
    case .html, .xml, .delimitedText, .text, .unknown:
      text(start, nameExtension: name, looksLike: format)
    case .legacyWorkbook, .bareLegacyWorkbook: .foreign(.legacyWorkbook)
    case .compoundFile:
      .foreign(["xls", "xlt", "et"].contains(name) ? .legacyWorkbook : .legacyDocument)
    case .encryptedWorkbook: .foreign(.encrypted)
    case .spreadsheetML2003: .foreign(.spreadsheetML2003)
    case .pdf: .foreign(.pdf)
    case .rtf: .foreign(.richText)
    case .image(let kind): .foreign(.image(kind))
    case .gzip: .foreign(.archive("gzip"))
    case .rar: .foreign(.archive("RAR"))
    case .sevenZip: .foreign(.archive("7z"))
    case .empty: .foreign(.empty)
    case .zeros: .foreign(.zeros)
    }
  }

  /// The kind of text: here the name takes precedence, since any text is also a CSV.
  private static func text(
    _ start: [UInt8], nameExtension name: String, looksLike format: ForeignFormat
  ) -> SubmissionKind {
    let isMarkup = format == .html
    switch name {
    case "xlsx", "xlsm", "xltx", "xltm", "xlsb", "docx":
      return .foreign(
        format == .unknown
          ? .unknown : format == .xml ? .xml : .misnamed(isMarkup ? .webPage : .text))
    case "htm", "html", "xhtml", "shtml": return .webPage
    // Many web systems deliver pages and text as `.xls`, and Excel opens them.
    case "xls", "et":
      return isMarkup ? .webPage : format == .unknown ? .foreign(.unknown) : .delimitedText
    case "csv", "tsv", "tab": return isMarkup ? .webPage : .delimitedText
    case "txt", "md":
      // A text may mention `<table>`; a page closes its elements.
      let isPage = isMarkup && zip(start, start.dropFirst()).contains { $0 == 0x3C && $1 == 0x2F }
      return isPage ? .webPage : isTabular(start) ? .delimitedText : .plainText
    case "json", "ndjson": return .json
    default: break
    }
    switch format {
    case .html: return .webPage
    case .xml: return .foreign(.xml)
    case .unknown: return .foreign(.unknown)
    default: break
    }
    let first = start.first { $0 > 0x20 && $0 < 0x80 }
    if first == UInt8(ascii: "{") { return .json }
    return format == .delimitedText || isTabular(start) ? .delimitedText : .plainText
  }

  /// Whether there are tabs in every line, as in Excel's Unicode text; the text of a PDF has none.
  private static func isTabular(_ start: [UInt8]) -> Bool {
    let lines = start.count { $0 == 0x0A }
    return lines > 0 && start.count { $0 == 0x09 } >= lines
  }
}
