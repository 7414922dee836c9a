/// What a parser tells of a page, in its order; names are in lower case.
///
/// A class, because libxml2 carries it through a `void *`. An error that a callback throws ends the
/// parse and comes out of ``HTMLParser/parse(_:handler:limits:)``.
package protocol HTMLHandler: AnyObject {
  /// An element begins, also one that the page leaves out but HTML asks for.
  func startElement(_ name: String, attributes: [String: String]) throws
  /// An element ends, also where the page forgot to say so.
  func endElement(_ name: String) throws
  /// Text, references resolved.
  func characters(_ text: String) throws
}
