import ArgumentParser

/// A command that can be started with files alone.
///
/// Most command lines are no more than that, and the parser takes longer over one than it takes to read
/// the tables of a form.
protocol FilesCommand: StatusCommand {
  /// What the parser makes of `files` without an option.
  static func command(for files: FilesOptions) -> Self
}

extension FilesCommand {
  /// Makes the command for `arguments`, those after its name; nil unless they are files alone, and some.
  static func command(filesAlone arguments: [String]) -> Self? {
    guard !arguments.contains(where: { $0.hasPrefix("-") && $0 != "-" }) else { return nil }
    var files = FilesOptions.defaults
    files.files = arguments
    guard (try? files.validate()) != nil else { return nil }
    return command(for: files)
  }
}
