import ArgumentParser

/// Options that can be had without a command line.
protocol DefaultedOptions: ParsableArguments {
  /// What the parser makes of a command line that gives none of them.
  static var defaults: Self { get }
}
