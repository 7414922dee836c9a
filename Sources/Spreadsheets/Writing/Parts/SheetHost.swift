/// What a sheet that is written asks of the workbook it belongs to.
protocol SheetHost: AnyObject {
  /// Which workbook that is.
  var identity: WorkbookIdentity { get }
  /// The place of `text` among the shared strings; `nil` when it is to stand in its cell.
  func sharedString(_ text: UnsafeBufferPointer<UInt8>) -> Int?
  /// The place of `style` among the differential formats.
  func differentialStyle(_ style: DifferentialStyle) throws -> Int
}
