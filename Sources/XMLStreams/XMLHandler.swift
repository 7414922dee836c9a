/// The callbacks of a parser, called in document order.
///
/// A class, because libxml2 passes it through a `void *`. An error that a callback throws ends the parse and
/// is rethrown by ``XMLPushParser/push(_:)`` or ``XMLPushParser/finish()``.
package protocol XMLHandler: AnyObject {
  /// An element begins; `position` is the end of its start tag.
  func startElement(_ tag: XMLTag, at position: XMLPosition) throws
  /// An element ends; also called for an empty element.
  func endElement(_ tag: XMLTag, at position: XMLPosition) throws
  /// Text of the innermost open element, in pieces of any size, with references and CDATA resolved.
  func characters(_ text: XMLSlice) throws
}
