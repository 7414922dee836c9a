/// The form definitions that are built into the program, as the bytes of their JSON.
package enum Templates {
  /// The definitions, newest form first.
  package static var definitions: [[UInt8]] {
    [
      PackageResources.gov_info_disclosure_2021_json,
      PackageResources.gov_info_disclosure_2019_json,
    ]
  }
}
