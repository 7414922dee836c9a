package import ReportModel

/// The words and marks by which a reader recognises our own workbooks.
package enum TemplateConvention {
  /// The end of the title of the sheet that explains how to fill in the form.
  package static let guideTitle = "填报说明"
  /// The heading above its rules.
  package static let usageHeading = "怎样填写"
  /// The heading of the sheet of checks.
  package static let checksTitle = "勾稽关系校验"
  /// The labels of its columns.
  package static let checkHeadings = ["序号", "行或列", "应有的关系", "左边", "右边", "相差", "结果", "位置"]
  /// The mark left of a row that continues the paragraph above.
  package static let continuationMark = "续"
  /// The hint on a sheet of prose.
  package static let proseHint = "每段一行，不必空格缩进。一段太长写不下时，在下一行接着写，并在左边的窄格填“\(continuationMark)”。"
}

extension FieldName {
  /// The defined name of the field's cell in a template.
  package var definedName: String { "f." + description }
}
