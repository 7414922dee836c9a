package import Diagnostics

/// Findings as a log of the Static Analysis Results Interchange Format.
///
/// Source: OASIS SARIF 2.1.0.
package struct FindingSARIF: Sendable {
  /// The language of the messages.
  package let language: Language
  /// The version of the program.
  package let version: String
  /// The rules that the log describes; a finding of another rule has no index.
  package let rules: [Rule]

  /// Makes a renderer for `language` that describes `rules`.
  package init(language: Language, version: String, rules: [Rule]) {
    self.language = language
    self.version = version
    self.rules = rules
  }

  /// The log of `findings`, indented, with a line break at the end.
  package func log(_ findings: [Finding]) -> String {
    let indices = Dictionary(
      rules.enumerated().map { ($0.element.id, $0.offset) }, uniquingKeysWith: { first, _ in first }
    )
    let log: JSONTree = [
      "$schema":
        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
      "version": "2.1.0",
      "runs": [
        [
          "tool": [
            "driver": [
              "name": "xlsxreport", "version": .string(version),
              "language": .string(language == .zh ? "zh-CN" : "en"),
              "rules": .array(rules.map(rule)),
            ]
          ],
          "columnKind": "unicodeCodePoints",
          "results": .array(findings.map { result($0, index: indices[$0.rule]) }),
        ]
      ],
    ]
    return log.indented + "\n"
  }

  private func rule(_ rule: Rule) -> JSONTree {
    [
      "id": .string(rule.id.name),
      "shortDescription": message(rule.what[language]),
      "fullDescription": message(rule.why[language]),
      "help": message(
        "\(rule.mend[language])\n\(rule.example[language])\n\(rule.source[language])"),
      "defaultConfiguration": ["level": .string(rule.severity.rawValue)],
    ]
  }

  private func result(_ finding: Finding, index: Int?) -> JSONTree {
    var members: [(String, JSONTree)] = [("ruleId", .string(finding.rule.name))]
    if let index { members.append(("ruleIndex", .raw("\(index)"))) }
    members.append(("level", .string(finding.severity.rawValue)))
    members.append(("message", message(finding.message[language])))
    let first = finding.cells.first ?? FindingCell()
    members.append(("locations", [location(first, file: finding.file)]))
    let others = finding.cells.dropFirst()
    if !others.isEmpty {
      members.append(
        ("relatedLocations", .array(others.map { location($0, file: finding.file) })))
    }
    let sides = [
      ("left", finding.left), ("right", finding.right), ("difference", finding.difference),
    ].compactMap { name, number in number.map { (name, JSONTree.raw("\($0)")) } }
    if !sides.isEmpty { members.append(("properties", .object(sides))) }
    return .object(members)
  }

  private func location(_ cell: FindingCell, file: String) -> JSONTree {
    let uri = (cell.file ?? file).asURIReference
    var physical: [(String, JSONTree)] = [("artifactLocation", ["uri": .string(uri)])]
    // In delimited text the reference is `row:column`; the column counts fields, not characters.
    if let line = cell.reference?.split(separator: ":").first,
      cell.reference?.contains(":") == true,
      Int(line) != nil
    {
      physical.append(("region", ["startLine": .raw(String(line))]))
    }
    var members: [(String, JSONTree)] = [("physicalLocation", .object(physical))]
    if !cell.place.isEmpty {
      var logical: [(String, JSONTree)] = [
        ("name", .string(cell.reference ?? cell.place)),
        ("fullyQualifiedName", .string(cell.place)), ("kind", "cell"),
      ]
      if let field = cell.field { logical.append(("decoratedName", .string(field))) }
      members.append(("logicalLocations", [.object(logical)]))
    }
    return .object(members)
  }

  /// A message; braces are doubled, since single ones mark arguments (section 3.11.5).
  private func message(_ text: String) -> JSONTree {
    let literal = text.replacing("{", with: "{{").replacing("}", with: "}}")
    return ["text": .string(literal)]
  }
}

extension String {
  /// The path as a relative or `file` URI (RFC 3986): every byte but the unreserved ones and `/` escaped.
  fileprivate var asURIReference: String {
    var uri = hasPrefix("/") ? "file://" : ""
    for byte in fileNameBytes {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
        uri.unicodeScalars.append(Unicode.Scalar(byte))
      default: uri += (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
      }
    }
    return uri
  }
}
