import FormReading
import Foundation
import ReportModel
import Synchronization
import Testing

/// Whatever happens to a table, no value is wrong without a finding that names its field, and what a person
/// would be sure of is read.
///
/// Every kind of mutation is tried. `FORM_MUTATIONS` in the environment says how many mutations,
/// `FORM_MUTATION_SEEDS` which.
@Suite(.serialized) struct MutationTests {
  static let count =
    ProcessInfo.processInfo.environment["FORM_MUTATIONS"].flatMap(Int.init)
    ?? Mutation.allCases.count
  static let seeds =
    ProcessInfo.processInfo.environment["FORM_MUTATION_SEEDS"]?.split(separator: ",")
    .compactMap { Int($0) } ?? Array(0..<count)
  static let shards = 4

  /// How many of a hundred mutated documents may be refused as a whole.
  static let mostRefused = 5
  /// How many of a hundred documents that a person would be sure of may lack a field.
  static let mostUnread = 8

  /// How often a mutation does not apply to a drawing, at most, in a hundred.
  static let mostInapplicable = 25

  @Test func readsNoWrongValueInSilence() async {
    let seeds = Self.seeds
    let shards = await withTaskGroup(of: Tally.self) { group in
      for shard in 0..<Self.shards {
        group.addTask {
          Tally(seeds.filter { $0 % Self.shards == shard }, FormReader(FormLibrary(Forms.all)))
        }
      }
      return await group.reduce(into: Tally()) { $0.add($1) }
    }
    print("mutations: \(shards)")
    #expect(shards.silent.isEmpty, "\(shards.excerpt(of: shards.silent))")
    #expect(
      100 * shards.refused.count <= Self.mostRefused * seeds.count,
      "\(shards.excerpt(of: shards.refused))")
    #expect(
      shards.unread.count <= 1 + Self.mostUnread * shards.harmless / 100,
      "\(shards.excerpt(of: shards.unread))")
    #expect(100 * shards.inapplicable <= Self.mostInapplicable * seeds.count)
  }

  /// What came of a number of mutations.
  struct Tally: CustomStringConvertible, Sendable {
    var tried = 0
    var harmless = 0
    var inapplicable = 0
    var silent: [String] = []
    var refused: [String] = []
    var unread: [String] = []

    init() {}

    init(_ seeds: [Int], _ reader: FormReader) {
      for seed in seeds {
        guard let trial = MutationTrial(seed: UInt64(seed)) else {
          inapplicable += 1
          continue
        }
        tried += 1
        if trial.mutation.isHarmless { harmless += 1 }
        switch trial.outcome(reader) {
        case .safe: break
        case .refused: refused.append("seed \(seed) \(trial.name)")
        case .silent(let problem): silent.append(problem)
        case .unread(let problem): unread.append(problem)
        }
      }
    }

    mutating func add(_ other: Tally) {
      tried += other.tried
      harmless += other.harmless
      inapplicable += other.inapplicable
      silent += other.silent
      refused += other.refused
      unread += other.unread
    }

    func excerpt(of problems: [String]) -> String {
      "\(problems.count): \(problems.prefix(60).joined(separator: "\n"))"
    }

    var description: String {
      """
      \(tried) tried, \(inapplicable) did not apply; wrong in silence \(silent.count), refused \
      \(refused.count), not read of \(harmless) that a person is sure of \(unread.count)
      """
    }
  }
}
