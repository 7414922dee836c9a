// swift-tools-version: 6.2
import PackageDescription

/// What every target here is built with.
let common: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

/// Everything but the C wrappers and the byte scanners promises the compiler that it touches no unsafe memory.
let safe = common + [.strictMemorySafety()]

/// One test target for a module; `excluding` are its fixtures and golden files, and its documents.
func tests(
  _ module: String, _ dependencies: [Target.Dependency] = [], excluding: [String] = []
) -> Target {
  .testTarget(
    name: "\(module)Tests",
    dependencies: [.byName(name: module), "TestSupport"] + dependencies,
    exclude: excluding,
    swiftSettings: common)
}

let package = Package(
  name: "xlsxreport",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "xlsxreport", targets: ["xlsxreport"]),
    .library(
      name: "Spreadsheets",
      targets: ["Spreadsheets", "SpreadsheetsFoundation", "Limits", "Languages"]),
  ],
  traits: [
    .trait(name: "ISAL", description: "Inflate and deflate with ISA-L instead of zlib."),
    .default(enabledTraits: ["ISAL"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0",
      providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
    .systemLibrary(
      name: "CISAL", pkgConfig: "libisal", providers: [.apt(["libisal-dev"]), .brew(["isa-l"])]),

    .target(name: "Languages", swiftSettings: safe),
    .target(name: "Limits", dependencies: ["Languages"], swiftSettings: safe),
    .target(name: "JSONText", dependencies: ["Languages"], swiftSettings: safe),
    .target(name: "OutputFiles", dependencies: ["Languages"], swiftSettings: common),
    .target(
      name: "ZipFiles",
      dependencies: [
        "CLibZip", "Languages", "Limits",
        .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
      ],
      swiftSettings: common),
    .target(
      name: "XMLStreams", dependencies: ["CLibXML2", "Languages", "Limits"], swiftSettings: common),
    .target(
      name: "OpenPackaging", dependencies: ["ZipFiles", "XMLStreams", "Languages", "Limits"],
      swiftSettings: safe),
    .target(
      name: "Spreadsheets",
      dependencies: ["OpenPackaging", "ZipFiles", "XMLStreams", "Languages", "Limits"],
      swiftSettings: common),
    // What only programs that import Foundation need; the command does not.
    .target(
      name: "SpreadsheetsFoundation", dependencies: ["Spreadsheets", "Languages", "Limits"],
      swiftSettings: safe),
    .target(name: "DelimitedText", dependencies: ["Languages", "Limits"], swiftSettings: common),
    .target(name: "Grids", dependencies: ["Languages"], swiftSettings: safe),
    .target(name: "Vocabulary", swiftSettings: safe),
    .target(
      name: "MarkupTables",
      dependencies: ["XMLStreams", "OpenPackaging", "Grids", "Languages", "Limits"],
      swiftSettings: safe),
    .target(
      name: "PlainText", dependencies: ["Grids", "Vocabulary", "Limits"], swiftSettings: safe),
    .target(
      name: "Submissions",
      dependencies: [
        "Spreadsheets", "OpenPackaging", "ZipFiles", "DelimitedText", "MarkupTables", "PlainText",
        "Grids", "Languages", "Limits",
      ],
      swiftSettings: safe),
    .target(name: "Findings", dependencies: ["JSONText", "Languages"], swiftSettings: safe),
    .target(
      name: "ReportModel", dependencies: ["Findings", "JSONText", "Languages"],
      swiftSettings: safe),
    .target(
      name: "FormMapping",
      dependencies: ["ReportModel", "Grids", "Vocabulary", "Findings", "Languages", "Limits"],
      swiftSettings: safe),
    .target(
      name: "ReportFiles",
      dependencies: [
        "FormMapping", "ReportModel", "Findings", "Grids", "Spreadsheets", "DelimitedText",
        "Languages", "Limits",
      ],
      swiftSettings: safe),
    .target(
      name: "Templates", path: "Templates",
      exclude: [
        "README.md", "gov-info-disclosure-2021.xlsx", "gov-info-disclosure-2019.xlsx",
        "example-2021.xlsx", "example-2021.json",
      ],
      resources: [
        .embedInCode("gov-info-disclosure-2021.json"),
        .embedInCode("gov-info-disclosure-2019.json"),
      ],
      swiftSettings: safe),
    .target(
      name: "XLSXReportCommand",
      dependencies: [
        "ReportFiles", "FormMapping", "ReportModel", "Submissions", "Spreadsheets", "DelimitedText",
        "Findings", "Grids", "Templates", "OutputFiles", "ZipFiles", "JSONText", "Languages",
        "Limits",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: common),
    .executableTarget(
      name: "xlsxreport", dependencies: ["XLSXReportCommand"], swiftSettings: safe),

    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: common),
    // What scripts judge and time; no products, so nobody gets them.
    .executableTarget(
      name: "SetCells", dependencies: ["Spreadsheets"], path: "Tests/InteropTests/SetCells",
      swiftSettings: safe),
    .executableTarget(
      name: "WriteCells", dependencies: ["Spreadsheets"], path: "Benchmarks/WriteCells",
      swiftSettings: safe),
    tests("Languages"),
    tests("Limits", ["Languages"]),
    tests("JSONText", ["Languages"]),
    tests("OutputFiles", ["Languages"]),
    tests("ZipFiles", ["Languages", "Limits"]),
    tests("XMLStreams", ["ZipFiles", "Languages", "Limits"]),
    tests("OpenPackaging", ["ZipFiles", "XMLStreams", "Languages", "Limits"]),
    tests(
      "Spreadsheets",
      [
        "SpreadsheetsFoundation", "OpenPackaging", "ZipFiles", "XMLStreams", "Languages", "Limits",
      ],
      excluding: ["Fixtures", "KnownReferenceFaults.md"]),
    tests("DelimitedText", ["Languages", "Limits"]),
    tests("Grids"),
    tests("Vocabulary"),
    tests(
      "MarkupTables",
      ["ZipFiles", "OpenPackaging", "XMLStreams", "Grids", "Languages", "Limits"]),
    tests("PlainText", ["Grids", "Limits"]),
    tests("Submissions", ["Spreadsheets", "DelimitedText", "Grids", "Languages", "Limits"]),
    tests("Findings", ["JSONText", "Languages"], excluding: ["Fixtures"]),
    tests("ReportModel", ["Findings", "JSONText", "Templates", "Languages"]),
    tests(
      "FormMapping",
      ["ReportModel", "Grids", "Vocabulary", "Findings", "Templates", "Languages", "Limits"],
      excluding: ["Fixtures"]),
    tests(
      "ReportFiles",
      [
        "FormMapping", "ReportModel", "Submissions", "Findings", "Grids", "Spreadsheets",
        "DelimitedText", "Templates", "Languages", "Limits",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "XLSXReportCommand", "xlsxreport", "TestSupport", "Templates", "ReportModel", "Findings",
        "Languages", "Limits",
      ],
      exclude: ["Fixtures"], swiftSettings: common),
  ],
  swiftLanguageModes: [.v6]
)

// What `make fuzz` builds: all of it with libFuzzer's instrumentation, which wants a `main` of its own.
if Context.environment["XLSXREPORT_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "Fuzz",
      dependencies: [
        "Spreadsheets", "ZipFiles", "XMLStreams", "DelimitedText", "MarkupTables", "Grids",
        "ReportModel", "Languages",
      ],
      path: "Benchmarks/Fuzz",
      swiftSettings: common + [.unsafeFlags(["-parse-as-library"])]))
}
