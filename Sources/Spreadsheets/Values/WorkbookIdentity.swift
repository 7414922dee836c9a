import Synchronization

/// Identifies a workbook in the process, so that sheets and styles of another workbook can be rejected.
struct WorkbookIdentity: Hashable, Sendable {
  private let number: UInt32

  private init(number: UInt32) { self.number = number }

  /// The identity for what is valid in every workbook.
  static let any = WorkbookIdentity(number: 0)

  private static let last = Atomic<UInt32>(0)

  /// A new identity for a workbook.
  static func next() -> WorkbookIdentity {
    WorkbookIdentity(number: last.wrappingAdd(1, ordering: .relaxed).newValue)
  }
}
