/// The exit code of a run; the numbers are those of `sysexits.h` if it has one.
enum ExitStatus: Int32, Comparable, CaseIterable {
  /// Done, and no finding is an error.
  case done = 0
  /// Done, and at least one finding is an error; for `diff`, the reports differ.
  case findings = 1
  /// The command line is wrong.
  case usage = 64
  /// An input is invalid.
  case data = 65
  /// An input does not exist or cannot be opened.
  case noInput = 66
  /// An internal error.
  case software = 70
  /// An output cannot be created, or exists already.
  case cannotCreate = 73
  /// Reading or writing failed part-way.
  case inputOutput = 74

  /// Whether the cause is an internal error or the machine, and not the input.
  var isFailure: Bool {
    switch self {
    case .software, .cannotCreate, .inputOutput: true
    case .done, .findings, .usage, .data, .noInput: false
    }
  }

  /// Orders by number: the exit code of several files is the largest one.
  static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }
}
