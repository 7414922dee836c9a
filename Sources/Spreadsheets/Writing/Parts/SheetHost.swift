/// The services of a workbook for a sheet that is being written.
protocol SheetHost: AnyObject {
  /// The identity of the workbook.
  var identity: WorkbookIdentity { get }
  /// The shared string index of `text`; `nil` for an inline string.
  func sharedString(_ text: UnsafeBufferPointer<UInt8>) -> Int?
  /// The index of `style` among the differential formats.
  func differentialStyle(_ style: DifferentialStyle) throws -> Int
}
