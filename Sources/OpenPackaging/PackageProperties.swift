/// The properties of a package, from its property parts.
package struct PackageProperties: Sendable, Hashable {
  /// The core properties by the local names of their elements, such as `creator` or `modified`.
  ///
  /// Source: ECMA-376-2:2021, 8.
  package var core: [String: String] = [:]
  /// The extended properties with plain text, such as `Application` or `Company`.
  ///
  /// Source: ECMA-376-1:2016, 22.2.
  package var application: [String: String] = [:]
  /// The custom properties in order.
  package var custom: [CustomProperty] = []

  /// Makes an instance without properties.
  package init() {}
}
