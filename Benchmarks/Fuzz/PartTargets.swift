/// A sheet's part: the scanner and libxml2 must tell the same.
enum SheetTarget: FuzzTarget {
  static let name = "sheet"

  static func run(_ bytes: [UInt8]) throws {
    try WorkbookBox.compareReadingPaths(WorkbookBox.bytes("xl/worksheets/sheet1.xml", bytes))
  }
}

/// The shared strings: the scanner and libxml2 must tell the same.
enum StringsTarget: FuzzTarget {
  static let name = "strings"

  static func run(_ bytes: [UInt8]) throws {
    try WorkbookBox.compareReadingPaths(WorkbookBox.bytes("xl/sharedStrings.xml", bytes))
  }
}

/// The styles: the cells that use them are read, and drawn as they are displayed.
enum StylesTarget: FuzzTarget {
  static let name = "styles"

  static func run(_ bytes: [UInt8]) throws {
    try WorkbookBox.compareReadingPaths(WorkbookBox.bytes("xl/styles.xml", bytes))
  }
}
