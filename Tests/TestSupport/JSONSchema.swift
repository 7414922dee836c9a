import Foundation

/// A JSON Schema, as far as the project's own schemas need it.
///
/// An unknown keyword is an error, so that no schema is half checked in silence.
package struct JSONSchema {
  private struct UnknownKeyword: Error {
    let keyword: String
  }

  private let root: [String: Any]

  /// Reads the schema at `path` below the checkout.
  package init(_ path: String) throws {
    let data = try Data(contentsOf: SharedMaterial.checkout.appendingPathComponent(path))
    root = try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
  }

  /// What is wrong with `json`, each with its place; empty when it satisfies the schema.
  package func problems(in json: some Sequence<UInt8>) throws -> [String] {
    let value = try JSONSerialization.jsonObject(with: Data(json), options: [.fragmentsAllowed])
    return try problems(value, root, "$")
  }

  private func problems(_ value: Any, _ schema: [String: Any], _ path: String) throws -> [String] {
    try schema.sorted { $0.key < $1.key }.flatMap { keyword, rule in
      switch keyword {
      case "$schema", "$id", "$defs", "title", "description": [String]()
      case "$ref": try problems(value, definition("\(rule)"), path)
      case "properties", "additionalProperties", "items":
        try parts(value, keyword, schema, path)
      default: try holds(value, keyword, rule) ? [] : ["\(path): \(keyword)"]
      }
    }
  }

  private func definition(_ reference: String) -> [String: Any] {
    let definitions = root["$defs"] as? [String: [String: Any]] ?? [:]
    return definitions[reference.replacingOccurrences(of: "#/$defs/", with: "")] ?? ["const": ""]
  }

  /// What is wrong with the members or elements that `keyword` is about.
  private func parts(
    _ value: Any, _ keyword: String, _ schema: [String: Any], _ path: String
  ) throws -> [String] {
    if keyword == "items" {
      let rule = schema["items"] as? [String: Any] ?? [:]
      return try (value as? [Any] ?? []).enumerated().flatMap { index, element in
        try problems(element, rule, "\(path)[\(index)]")
      }
    }
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    return try (value as? [String: Any] ?? [:]).sorted { $0.key < $1.key }.flatMap { name, member in
      let place = "\(path).\(name)"
      if let rule = properties[name] {
        return keyword == "properties" ? try problems(member, rule, place) : []
      }
      guard keyword == "additionalProperties" else { return [String]() }
      if let rule = schema[keyword] as? [String: Any] { return try problems(member, rule, place) }
      return ["\(place): additionalProperties"]
    }
  }

  private func holds(_ value: Any, _ keyword: String, _ rule: Any) throws -> Bool {
    let object = value as? [String: Any]
    switch keyword {
    case "type": return (rule as? [String] ?? ["\(rule)"]).contains { Self.is(value, $0) }
    case "const": return value as? String == rule as? String
    case "enum": return (rule as? [String] ?? []).contains { $0 == value as? String }
    case "required": return (rule as? [String] ?? []).allSatisfy { object?[$0] != nil }
    case "dependentRequired":
      return (rule as? [String: [String]] ?? [:]).allSatisfy { name, others in
        object?[name] == nil || others.allSatisfy { object?[$0] != nil }
      }
    case "oneOf":
      return try (rule as? [[String: Any]] ?? []).filter { try problems(value, $0, "").isEmpty }
        .count == 1
    case "pattern":
      guard let text = value as? String else { return true }
      return text.range(of: "\(rule)", options: .regularExpression) != nil
    case "minLength": return (value as? String)?.count ?? .max >= rule as? Int ?? 0
    case "minItems": return (value as? [Any])?.count ?? .max >= rule as? Int ?? 0
    case "minProperties": return object?.count ?? .max >= rule as? Int ?? 0
    case "minimum": return (value as? NSNumber)?.doubleValue ?? .infinity >= rule as? Double ?? 0
    default: throw UnknownKeyword(keyword: keyword)
    }
  }

  private static func `is`(_ value: Any, _ type: String) -> Bool {
    // Foundation hands over truth values as numbers too; only they have the type code of a character.
    let number = value as? NSNumber
    let isBoolean = number.map { String(cString: $0.objCType) == "c" } ?? false
    switch type {
    case "object": return value is [String: Any]
    case "array": return value is [Any]
    case "string": return value is String
    case "null": return value is NSNull
    case "boolean": return isBoolean
    case "number": return number != nil && !isBoolean
    case "integer":
      return !isBoolean && number.map { $0.doubleValue.rounded() == $0.doubleValue } == true
    default: return false
    }
  }
}
