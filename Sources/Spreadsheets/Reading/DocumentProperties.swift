/// The properties of a workbook.
public struct DocumentProperties: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The creator.
  public var creator: String?
  /// The name of the program that wrote it.
  public var application: String?
  /// The custom properties as text.
  public var custom: [String: String] = [:]

  /// Makes empty properties.
  public init() {}
}
