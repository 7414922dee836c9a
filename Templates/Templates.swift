/// The form definitions that are built into the program, as the bytes of their JSON.
package enum Templates {
  /// The definitions with their ids, newest form first.
  package static var definitions: [(id: String, json: [UInt8])] {
    [
      ("gov-info-disclosure-2021", PackageResources.gov_info_disclosure_2021_json),
      ("gov-info-disclosure-2019", PackageResources.gov_info_disclosure_2019_json),
    ]
  }
}
