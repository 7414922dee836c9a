import CLibXML2
import Diagnostics

/// The state of one parse; a class, because libxml2 passes it through a `void *`.
///
/// Properties that change with every callback are not checked for exclusive access, which would take longer
/// than the callback: one thread parses, and no access spans a call.
final class XMLSession {
  /// libxml2's own bound for a token without `XML_PARSE_HUGE`.
  static let libraryTokenBytes = 10_000_000

  /// The maximum number of attributes of a tag, more than in any real file; libxml2 compares each with each.
  static let attributeBound = 1_000

  private let handler: any XMLHandler
  private let tokenBytes: Int
  private let depthBound: Int
  private let limits: Limits
  @exclusivity(unchecked) private var depth = 0
  @exclusivity(unchecked) private var textBytes = 0
  @exclusivity(unchecked) private var failure: (any Error)?
  private var firstError: LibraryError?
  @exclusivity(unchecked) private var hasRoot = false

  /// Whether the end of the document has been announced.
  var isFinishing = false

  /// The context of the parse; nil before and after it.
  @exclusivity(unchecked) var context: xmlParserCtxtPtr?

  init(handler: any XMLHandler, limits: Limits) {
    self.handler = handler
    self.limits = limits
    tokenBytes = limits[.tokenBytes]
    depthBound = limits[.elementDepth]
  }

  /// The current position of the parser.
  var position: XMLPosition {
    guard let input = context?.pointee.input else { return XMLPosition(line: 1, column: 0) }
    return XMLPosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  /// The number of buffered bytes that libxml2 has not processed.
  var pendingBytes: Int {
    guard let input = context?.pointee.input, let end = input.pointee.end,
      let cursor = input.pointee.cur
    else { return 0 }
    return max(0, end - cursor)
  }

  /// Throws the first error so far.
  ///
  /// - Parameter code: libxml2's result for the last piece. For bytes that it cannot convert there is no
  ///   other error, and it reads no further.
  /// - Throws: ``XMLError``, `LimitExceeded`, or what the handler threw.
  func check(_ code: Int32) throws {
    if let failure { throw failure }
    guard let context else { return }
    if context.pointee.wellFormed == 0 || context.pointee.nsWellFormed == 0 {
      throw libraryError(context)
    }
    guard code == 0 else {
      throw XMLError(code < 0 ? .encoding : XMLError.Reason(libXML2Code: code), at: position)
    }
    try limits.check(.tokenBytes, pendingBytes)
    if pendingBytes > 32 << 10 { try checkPendingTag() }
  }

  /// Throws unless the root element has ended; libxml2 itself reports this, except for an empty document.
  func checkEnd() throws {
    guard let context, context.pointee.instate != XML_PARSER_EOF else { return }
    if depth > 0 { throw XMLError(.truncated, at: position) }
  }

  /// Keeps libxml2's first error; later ones are often only its consequences.
  func note(code: Int32, hasBytes: Bool, line: Int32, column: Int32) {
    guard firstError == nil else { return }
    firstError = LibraryError(
      code: code, hasBytes: hasBytes, isAtEnd: isFinishing && pendingBytes == 0,
      position: XMLPosition(line: Int(line), column: Int(column)))
  }

  private func libraryError(_ context: xmlParserCtxtPtr) -> any Error {
    guard let error = firstError else { return XMLError(.other, at: position) }
    if error.isBeyondBound, pendingBytes > Self.libraryTokenBytes / 2 {
      return LimitExceeded(limit: .tokenBytes, bound: tokenBytes)
    }
    var reason = error.reason
    if isFinishing, !hasRoot, error.isAtEnd || reason == .contentOutsideRoot { reason = .empty }
    // libxml2 has one code for content after the root element and for a root element that does not end.
    let isUnclear = reason == .other || reason == .contentOutsideRoot
    if isFinishing, depth > 0, error.isAtEnd || isUnclear { reason = .truncated }
    return XMLError(reason, at: error.position)
  }

  /// Throws for a start tag with far too many attributes before libxml2 reads its end.
  private func checkPendingTag() throws {
    guard let start = context?.pointee.input?.pointee.cur, start[0] == UInt8(ascii: "<") else {
      return
    }
    let second = start[1]
    guard second != UInt8(ascii: "!"), second != UInt8(ascii: "?") else { return }
    var found = 0
    let bytes = UnsafeBufferPointer(start: start, count: pendingBytes)
    for index in bytes.indices.dropFirst() where bytes[index - 1] == UInt8(ascii: "=") {
      if bytes[index] == UInt8(ascii: "\"") || bytes[index] == UInt8(ascii: "'") { found += 1 }
    }
    if found > Self.attributeBound { throw XMLError(.markup, at: position) }
  }

  /// Ends the parse with `error`.
  func stop(_ error: any Error) {
    if failure == nil { failure = error }
    if let context { xmlStopParser(context) }
  }
}

extension XMLSession {
  func startElement(_ tag: XMLTag, attributeCount: Int) {
    guard failure == nil, let context, context.pointee.nsWellFormed != 0 else { return fail() }
    depth += 1
    hasRoot = true
    textBytes = 0
    do {
      guard depth <= depthBound else {
        throw LimitExceeded(limit: .elementDepth, bound: depthBound)
      }
      guard attributeCount <= Self.attributeBound else { throw XMLError(.markup, at: position) }
      try handler.startElement(tag, at: position)
    } catch { stop(error) }
  }

  func endElement(_ tag: XMLTag) {
    guard failure == nil else { return }
    depth -= 1
    textBytes = 0
    do { try handler.endElement(tag, at: position) } catch { stop(error) }
  }

  func characters(_ text: XMLSlice) {
    guard failure == nil else { return }
    textBytes += text.count
    do {
      guard textBytes <= tokenBytes else {
        throw LimitExceeded(limit: .tokenBytes, bound: tokenBytes)
      }
      try handler.characters(text)
    } catch { stop(error) }
  }

  func documentType() {
    stop(XMLError(.documentType, at: position))
  }

  private func fail() {
    guard failure == nil, let context else { return }
    stop(libraryError(context))
  }
}

/// The first error of libxml2.
private struct LibraryError {
  let code: Int32
  /// Whether it reports bytes, which it does only if they are not in the document's encoding.
  let hasBytes: Bool
  /// Whether it is at the end of the input.
  let isAtEnd: Bool
  let position: XMLPosition

  /// Whether a lookup, name or value may have exceeded libxml2's own bounds.
  var isBeyondBound: Bool {
    code == XML_ERR_INTERNAL_ERROR.rawValue || code == XML_ERR_NAME_TOO_LONG.rawValue
      || code == XML_ERR_ATTRIBUTE_NOT_FINISHED.rawValue
  }

  var reason: XMLError.Reason {
    hasBytes && code == XML_ERR_INVALID_CHAR.rawValue
      ? .encoding : XMLError.Reason(libXML2Code: code)
  }
}
