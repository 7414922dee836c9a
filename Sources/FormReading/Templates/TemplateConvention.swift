package import ReportModel

/// The words and marks of our own workbooks that a reader knows them by.
package enum TemplateConvention {
  /// The end of the heading of the sheet that says how to fill the form in.
  package static let guideTitle = "填报说明"
  /// The heading above its rules.
  package static let usageHeading = "怎样填写"
  /// The heading of the sheet of checks.
  package static let checksTitle = "勾稽关系校验"
  /// The labels of its columns.
  package static let checkHeadings = ["序号", "行或列", "应有的关系", "左边", "右边", "相差", "结果", "位置"]
  /// The mark left of a row that goes on with the paragraph above.
  package static let continuationMark = "续"
  /// How to fill in a sheet of prose.
  package static let proseHint = "每段一行，不必空格缩进。一段太长写不下时，在下一行接着写，并在左边的窄格填“\(continuationMark)”。"
}

extension FieldName {
  /// The name that a template gives to the field's cell.
  package var definedName: String { "f." + description }
}
