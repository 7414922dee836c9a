/// The callbacks of an HTML parser, called in document order; names are in lower case.
///
/// A class, because libxml2 passes it through a `void *`. An error that a callback throws ends the parse and
/// is rethrown by ``HTMLParser/parse(_:handler:limits:)``.
package protocol HTMLHandler: AnyObject {
  /// An element begins, also one whose tags the page omits.
  func startElement(_ name: String, attributes: [String: String]) throws
  /// An element ends, also where the end tag is missing.
  func endElement(_ name: String) throws
  /// Text with references resolved.
  func characters(_ text: String) throws
}
