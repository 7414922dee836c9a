import CLibXML2
import Diagnostics

/// The state of one parse; a class, because libxml2 passes it through a `void *`.
final class HTMLSession {
  private let handler: any HTMLHandler
  private let limits: Limits
  private var depth = 0
  private var failure: (any Error)?

  /// The maximum number of attributes of a tag, more than on real pages; libxml2 compares each with each.
  static let attributeBound = 256

  /// The context of the parse; nil before and after it.
  var context: htmlParserCtxtPtr?

  init(handler: any HTMLHandler, limits: Limits) {
    self.handler = handler
    self.limits = limits
  }

  /// Throws the error of a callback, if any.
  ///
  /// It also rejects a start tag that is too long before libxml2 reads its end.
  func check() throws {
    if let failure { throw failure }
    guard let input = context?.pointee.input, let start = input.pointee.cur,
      let end = input.pointee.end, end - start > 16 << 10
    else { return }
    let pending = UnsafeBufferPointer(start: start, count: end - start)
    guard let attributes = HTMLPendingTag.attributes(in: pending) else { return }
    try limits.check(.tokenBytes, pending.count)
    guard attributes <= Self.attributeBound else {
      throw XMLError(.tooManyAttributes, at: position)
    }
  }

  /// The current position of the parser.
  private var position: XMLPosition {
    guard let input = context?.pointee.input else { return XMLPosition(line: 1, column: 0) }
    return XMLPosition(line: Int(input.pointee.line), column: Int(input.pointee.col))
  }

  private func attempt(_ body: () throws -> Void) {
    guard failure == nil else { return }
    do {
      try body()
    } catch {
      failure = error
      if let context { xmlStopParser(context) }
    }
  }

  func startElement(_ name: String, attributes: [String: String]) {
    attempt {
      depth += 1
      try limits.check(.elementDepth, depth)
      guard attributes.count <= Self.attributeBound else {
        throw XMLError(.tooManyAttributes, at: position)
      }
      try handler.startElement(name, attributes: attributes)
    }
  }

  func endElement(_ name: String) {
    attempt {
      depth -= 1
      try handler.endElement(name)
    }
  }

  func characters(_ text: UnsafeBufferPointer<UInt8>) {
    attempt { try handler.characters(String(decoding: text, as: UTF8.self)) }
  }
}

extension HTMLSession {
  /// The callbacks, for libxml2 to copy.
  static var callbacks: htmlSAXHandler {
    var callbacks = htmlSAXHandler()
    callbacks.startElement = { user, name, fields in
      guard let name, let session = HTMLSession.of(user) else { return }
      session.startElement(
        HTMLSession.text(name), attributes: HTMLSession.attributes(fields))
    }
    callbacks.endElement = { user, name in
      guard let name, let session = HTMLSession.of(user) else { return }
      session.endElement(HTMLSession.text(name))
    }
    callbacks.characters = { user, start, count in
      guard let start, count > 0, let session = HTMLSession.of(user) else { return }
      session.characters(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    callbacks.ignorableWhitespace = callbacks.characters
    return callbacks
  }

  private static func of(_ user: UnsafeMutableRawPointer?) -> HTMLSession? {
    user.map { Unmanaged<HTMLSession>.fromOpaque($0).takeUnretainedValue() }
  }

  private static func text(_ name: UnsafePointer<UInt8>) -> String {
    String(decodingCString: name, as: UTF8.self).lowercased()
  }

  /// libxml2's array: name and value alternate up to a null; a value may be missing.
  private static func attributes(
    _ fields: UnsafeMutablePointer<UnsafePointer<UInt8>?>?
  ) -> [String: String] {
    guard var field = fields else { return [:] }
    var attributes: [String: String] = [:]
    while let name = field.pointee {
      let value = field.advanced(by: 1).pointee
      let key = text(name)
      if attributes[key] == nil {
        attributes[key] = value.map { String(decodingCString: $0, as: UTF8.self) } ?? ""
      }
      field = field.advanced(by: 2)
    }
    return attributes
  }
}
