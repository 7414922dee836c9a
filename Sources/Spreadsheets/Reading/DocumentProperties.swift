/// What a workbook says about itself.
public struct DocumentProperties: Hashable, Sendable {
  /// Its title.
  public var title: String?
  /// Who made it.
  public var creator: String?
  /// The program that wrote it, as it names itself.
  public var application: String?
  /// Properties that somebody gave names of their own, as text.
  public var custom: [String: String] = [:]

  /// Makes empty properties.
  public init() {}
}
