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
      targets: ["Spreadsheets", "SpreadsheetsFoundation", "Diagnostics"]),
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

    .systemLibrary(name: "CMalloc"),

    .target(name: "Diagnostics", swiftSettings: safe),
    .target(name: "Threads", swiftSettings: safe),
    .target(
      name: "ZipFiles",
      dependencies: [
        "CLibZip", "Diagnostics",
        .target(name: "CISAL", condition: .when(traits: ["ISAL"])),
      ],
      swiftSettings: common),
    .target(name: "XMLStreams", dependencies: ["CLibXML2", "Diagnostics"], swiftSettings: common),
    .target(
      name: "OpenPackaging", dependencies: ["ZipFiles", "XMLStreams", "Diagnostics"],
      swiftSettings: safe),
    .target(
      name: "Spreadsheets",
      dependencies: ["OpenPackaging", "ZipFiles", "XMLStreams", "Diagnostics"],
      swiftSettings: common),
    // What only programs that import Foundation need; the command does not.
    .target(
      name: "SpreadsheetsFoundation", dependencies: ["Spreadsheets", "Diagnostics"],
      swiftSettings: safe),
    .target(name: "DelimitedText", dependencies: ["Diagnostics"], swiftSettings: common),
    .target(name: "Vocabulary", swiftSettings: safe),
    .target(
      name: "Documents",
      dependencies: [
        "Spreadsheets", "OpenPackaging", "ZipFiles", "XMLStreams", "DelimitedText", "Vocabulary",
        "Diagnostics",
      ],
      swiftSettings: safe),
    .target(name: "ReportModel", dependencies: ["Threads", "Diagnostics"], swiftSettings: safe),
    .target(
      name: "FormReading",
      dependencies: ["ReportModel", "Documents", "Vocabulary", "Threads", "Diagnostics"],
      swiftSettings: safe),
    .target(
      name: "FormWriting",
      dependencies: [
        "FormReading", "ReportModel", "Documents", "Spreadsheets", "DelimitedText", "Vocabulary",
        "Diagnostics",
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
        "FormWriting", "FormReading", "ReportModel", "Documents", "Spreadsheets", "DelimitedText",
        "Templates", "ZipFiles", "Threads", "Diagnostics",
        .target(name: "CMalloc", condition: .when(platforms: [.linux])),
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
    tests("Diagnostics"),
    tests("Threads"),
    tests("ZipFiles", ["Diagnostics"]),
    tests("XMLStreams", ["ZipFiles", "Diagnostics"]),
    tests("OpenPackaging", ["ZipFiles", "XMLStreams", "Diagnostics"]),
    tests(
      "Spreadsheets",
      ["SpreadsheetsFoundation", "OpenPackaging", "ZipFiles", "XMLStreams", "Diagnostics"],
      excluding: ["Fixtures", "KnownReferenceFaults.md"]),
    tests("DelimitedText", ["Diagnostics"]),
    tests("Vocabulary"),
    tests(
      "Documents",
      [
        "Spreadsheets", "OpenPackaging", "ZipFiles", "XMLStreams", "DelimitedText", "Diagnostics",
      ]),
    tests("ReportModel", ["Templates", "Diagnostics"], excluding: ["Fixtures"]),
    tests(
      "FormReading",
      ["FormWriting", "ReportModel", "Documents", "Vocabulary", "Templates", "Diagnostics"],
      excluding: ["Fixtures"]),
    tests(
      "FormWriting",
      [
        "FormReading", "ReportModel", "Documents", "Spreadsheets", "DelimitedText", "Templates",
        "Diagnostics",
      ]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "XLSXReportCommand", "xlsxreport", "TestSupport", "Templates", "ReportModel",
        "Diagnostics",
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
        "Spreadsheets", "ZipFiles", "XMLStreams", "DelimitedText", "Documents", "ReportModel",
        "Diagnostics",
      ],
      path: "Benchmarks/Fuzz",
      swiftSettings: common + [.unsafeFlags(["-parse-as-library"])]))
}
