// swift-tools-version: 6.2
import Foundation
import PackageDescription

// With `XLSXREPORT_TRAITS=none` the library is built on libzip and libxml2 alone, without ISA-L.
let traits: Set<Package.Dependency.Trait> =
  ProcessInfo.processInfo.environment["XLSXREPORT_TRAITS"] == "none" ? [] : [.defaults]

let package = Package(
  name: "example",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "xlsxreport", path: "../..", traits: traits)],
  targets: [
    .executableTarget(
      name: "example", dependencies: [.product(name: "Spreadsheets", package: "xlsxreport")])
  ],
  swiftLanguageModes: [.v6]
)
