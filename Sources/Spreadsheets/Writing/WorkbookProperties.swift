/// What a workbook says about itself: title, author, times, and properties of the user's own.
///
/// Nothing is filled in by itself, so that the same input gives the same bytes; times too are the caller's.
/// Source: ECMA-376-2:2016, 10 (core), ECMA-376-1:2016, 22.2 (extended) and 22.3 (custom).
public struct WorkbookProperties: Hashable, Sendable {
  /// The title.
  public var title: String?
  /// The subject.
  public var subject: String?
  /// Who made it.
  public var creator: String?
  /// Key words.
  public var keywords: String?
  /// A description.
  public var comments: String?
  /// Who changed it last.
  public var lastModifiedBy: String?
  /// A category.
  public var category: String?
  /// When it was made, as ISO 8601 in UTC: `2022-01-31T08:00:00Z`.
  public var created: String?
  /// When it was changed last, as ISO 8601 in UTC.
  public var modified: String?
  /// The company.
  public var company: String?
  /// The program that wrote it.
  public var application: String?
  /// Properties of the user's own, in order; names differ by more than case.
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
