/// What a run ends with; the numbers are those of `sysexits.h` where it has one.
enum ExitStatus: Int32, Comparable, CaseIterable {
  /// Done, and no finding is an error.
  case done = 0
  /// Done, and at least one finding is an error; for `diff`, the reports differ.
  case findings = 1
  /// The command line is wrong.
  case usage = 64
  /// An input is not what it should be.
  case data = 65
  /// An input does not exist or cannot be opened.
  case noInput = 66
  /// A fault of our own.
  case software = 70
  /// An output cannot be created, or is there already.
  case cannotCreate = 73
  /// Reading or writing failed part-way.
  case inputOutput = 74

  /// Whether a fault of ours or of the machine is behind it, and not what the input is.
  var isFailure: Bool {
    switch self {
    case .software, .cannotCreate, .inputOutput: true
    case .done, .findings, .usage, .data, .noInput: false
    }
  }

  /// Orders by number: the larger one is what several files end with.
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
