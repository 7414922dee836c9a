import ArgumentParser

/// A command that ends with one of the program's exit codes.
protocol StatusCommand: ParsableCommand {
  /// Does the work; a thrown error ends the program with a line on stderr.
  func perform() throws -> ExitStatus
}

extension StatusCommand {
  /// Does the work and throws its exit code, unless it is 0.
  func run() throws {
    let status = try perform()
    guard status == .done else { throw ExitCode(status.rawValue) }
  }
}
