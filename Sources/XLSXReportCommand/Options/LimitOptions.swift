import ArgumentParser
import Diagnostics

/// The option that raises safety limits.
struct LimitOptions: ParsableArguments {
  @Option(
    help: .text(
      zh: "放宽一项安全限制（可重复）；超限的消息会说出名称",
      en: "Raise a safety limit (repeatable); a message about a limit tells its name.",
      value: "name=value"),
    completion: .list(Limit.allCases.map { $0.rawValue + "=" }))
  var limit: [String] = []

  /// The standard limits with those of the command line.
  var limits: Limits {
    var limits = Limits.standard
    for setting in limit {
      guard let (limit, bound) = try? Self.parse(setting) else { continue }
      limits[limit] = bound
    }
    return limits
  }

  mutating func validate() throws {
    for setting in limit {
      _ = try Self.parse(setting)
    }
  }

  private static func parse(_ setting: String) throws -> (Limit, Int) {
    let parts = setting.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let bound = Int(parts[1]), bound >= 0 else {
      throw ValidationError(
        zh: "--limit 要写成 名称=数值，而不是“\(setting)”", en: "--limit wants NAME=VALUE, not '\(setting)'")
    }
    guard let limit = Limit(rawValue: parts[0]) else {
      let names = Limit.allCases.map(\.rawValue)
      let hint = EditDistance.nearest(to: parts[0], among: names).map { [$0] } ?? names
      throw ValidationError(
        zh: "没有“\(parts[0])”这项限制；可用：\(hint.joined(separator: "、"))",
        en: "there is no limit '\(parts[0])'; use \(hint.joined(separator: ", "))")
    }
    return (limit, bound)
  }
}
