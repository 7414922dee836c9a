/// The program's version, as `--version` tells it and as outputs name their producer.
package enum Version {
  /// The version by semantic versioning.
  package static let number = "0.2.0"
}
