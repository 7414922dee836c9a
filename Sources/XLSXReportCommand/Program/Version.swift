/// The program's version, as in `--version` and as the producer in outputs.
package enum Version {
  /// The version by semantic versioning.
  package static let number = "0.2.0"
}
