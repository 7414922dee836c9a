/// What a parser tells of a document, in its order.
///
/// A class, because libxml2 carries it through a `void *`. An error that a callback throws ends the
/// parse and comes out of ``XMLPushParser/push(_:)`` or ``XMLPushParser/finish()``.
package protocol XMLHandler: AnyObject {
  /// An element begins; `position` is where its start tag ends.
  func startElement(_ tag: XMLTag, at position: XMLPosition) throws
  /// An element ends; also called for an empty element.
  func endElement(_ tag: XMLTag, at position: XMLPosition) throws
  /// Text of the innermost open element, in pieces of any size: references and CDATA resolved.
  func characters(_ text: XMLSlice) throws
}
