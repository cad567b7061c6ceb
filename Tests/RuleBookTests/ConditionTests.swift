import Foundation
import Review
import RuleBook
import Rules
import TestSupport
import Testing

/// What a query asks for matters: each of its conditions is left out, and turned round, once.
@Suite struct ConditionTests {
  /// Rules are tried one in so many here, and all where `CONDITION_STEP=1` says so.
  private static let step =
    ProcessInfo.processInfo.environment["CONDITION_STEP"].flatMap { Int($0) } ?? 8

  /// What no example misses, as `rule change condition` below the reason why it stays.
  private static func known() throws -> Set<String> {
    let lines = try Repository.text("Tests/Golden/conditions.txt").split(separator: "\n")
    return Set(lines.filter { !$0.hasPrefix("#") }.map(String.init))
  }

  @Test func `an example misses each condition of its rule`() throws {
    let known = try Self.known()
    let rules = RuleSet.builtIn
    for (number, rule) in rules.rules.enumerated() where number % Self.step == 0 {
      let survivors = ConditionTest(of: rule, in: rules).survivors().map { "\(rule.id) \($0)" }
      let unlisted = survivors.filter { !known.contains($0) }
      #expect(unlisted == [], "no example misses them: give one, or the reason why not")
      let missed = known.filter { $0.hasPrefix(rule.id + " ") }.subtracting(survivors)
      #expect(missed.sorted() == [], "an example misses them by now, or they are gone")
    }
  }

  @Test func `the conditions of a query are what AND joins`() throws {
    let find = """
      WITH a AS (SELECT id FROM component -- WHERE 0 AND 1
        WHERE kind = 'x AND y' AND replicas_min BETWEEN 1 AND 2)
      SELECT a.id AS element, CASE WHEN 1 AND 0 THEN 0 ELSE 1 END AS holds
      FROM a LEFT JOIN relation r ON r.source = a.id AND (r.kind = 'calls' OR r.kind = 'reads')
      WHERE r.id IS NULL OR r.id IN (SELECT relation FROM journey_relation WHERE journey = 1)
      GROUP BY a.id HAVING COUNT(*) > 0
      """
    #expect(
      ConditionTest.conditions(of: find) == [
        "kind = 'x AND y'", "replicas_min BETWEEN 1 AND 2", "r.source = a.id",
        "(r.kind = 'calls' OR r.kind = 'reads')",
        "r.id IS NULL OR r.id IN (SELECT relation FROM journey_relation WHERE journey = 1)",
        "journey = 1", "COUNT(*) > 0",
      ])
  }

  @Test func `a condition that no example misses is told`() throws {
    let page = try #require(RuleSet.builtIn["chains/chatty-calls"])
    let idle = page.finding(by: page.find + " AND r.id >= 0")
    let survivors = ConditionTest(of: idle, in: .builtIn).survivors()
    #expect(survivors.contains("without r.id >= 0"))
    #expect(!survivors.contains("opposite r.id >= 0"))
  }
}
