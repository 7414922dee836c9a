/// The properties of a workbook: title, author, times and custom properties.
///
/// Nothing is set automatically, so that the same input makes the same bytes; the caller sets times as well.
/// Source: ECMA-376-2:2016, 10 (core), ECMA-376-1:2016, 22.2 (extended) and 22.3 (custom).
public struct WorkbookProperties: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The subject.
  public var subject: String?
  /// The creator.
  public var creator: String?
  /// The keywords.
  public var keywords: String?
  /// A description.
  public var comments: String?
  /// The user who changed it last.
  public var lastModifiedBy: String?
  /// A category.
  public var category: String?
  /// The time of creation, in ISO 8601 and UTC: `2022-01-31T08:00:00Z`.
  public var created: String?
  /// The time of the last change, in ISO 8601 and UTC.
  public var modified: String?
  /// The company.
  public var company: String?
  /// The name of the program that wrote it.
  public var application: String?
  /// The custom properties in order; names must differ by more than case.
  public var custom: [CustomProperty]

  /// Makes properties.
  public init(
    title: String? = nil, subject: String? = nil, creator: String? = nil, keywords: String? = nil,
    comments: String? = nil, lastModifiedBy: String? = nil, category: String? = nil,
    created: String? = nil, modified: String? = nil, company: String? = nil,
    application: String? = nil, custom: [CustomProperty] = []
  ) {
    self.title = title
    self.subject = subject
    self.creator = creator
    self.keywords = keywords
    self.comments = comments
    self.lastModifiedBy = lastModifiedBy
    self.category = category
    self.created = created
    self.modified = modified
    self.company = company
    self.application = application
    self.custom = custom
  }
}
