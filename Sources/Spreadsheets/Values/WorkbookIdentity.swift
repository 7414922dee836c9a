import Synchronization

/// Distinguishes a workbook from all others of the process, so that what belongs to one is not taken for
/// another's.
struct WorkbookIdentity: Hashable, Sendable {
  private let number: UInt32

  private init(number: UInt32) { self.number = number }

  /// What belongs to every workbook.
  static let any = WorkbookIdentity(number: 0)

  private static let last = Atomic<UInt32>(0)

  /// The identity of a workbook that is opened or begun.
  static func next() -> WorkbookIdentity {
    WorkbookIdentity(number: last.wrappingAdd(1, ordering: .relaxed).newValue)
  }
}
