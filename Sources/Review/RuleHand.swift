import Facts
import Findings
import Rules
import SourceText
import Synchronization

/// The rules of one review, each taken by one hand only; a class, because the hands share it.
final class RuleQueue: Sendable {
  let path: String
  let settings: ReviewSettings
  private let rules: RuleSet
  private let taken = Atomic<Int>(0)

  init(path: String, rules: RuleSet, settings: ReviewSettings) {
    self.path = path
    self.rules = rules
    self.settings = settings
  }

  /// The next rule that is not switched off; nil after the last.
  func next() -> Rule? {
    while true {
      let position = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard position < rules.rules.count else { return nil }
      let rule = rules.rules[position]
      if settings.rules[rule.id]?.isOff != true { return rule }
    }
  }
}

/// Takes rules from a queue and runs them in a database of its own; a rule that fails is a problem.
final class RuleHand {
  typealias Outcome = (runs: [RuleRun], problems: [Problem])

  private let queue: RuleQueue
  private var database: FactDatabase?
  private var prepared: [PreparedRule] = []
  private var runs: [RuleRun] = []
  private var problems: [Problem] = []

  init(_ queue: RuleQueue) {
    self.queue = queue
    do throws(QueryFailure) {
      database = try FactDatabase()
      database?.timeLimit = queue.settings.timeLimit
    } catch {
      problems.append(Problem(.error, "facts", error.message, path: queue.path))
    }
  }

  /// Prepares rules as long as there are no facts to run them over.
  func prepare(while isWaiting: () -> Bool) {
    while isWaiting(), prepareNext() {}
  }

  /// Runs what is prepared, and rules from the queue until it is empty.
  func run(over facts: RuleFacts) -> Outcome {
    guard let database else { return (runs, problems) }
    let base = facts.base(in: database)
    repeat {
      for prepared in prepared {
        attempt(prepared.rule) { () throws(QueryFailure) in
          let settings = queue.settings.rules[prepared.rule.id] ?? RuleSettings()
          runs.append(try prepared.run(over: base, facts.sources, settings: settings))
        }
      }
      prepared = []
    } while prepareNext()
    return (runs, problems)
  }

  /// Whether there was a rule left to take.
  private func prepareNext() -> Bool {
    guard let database, let rule = queue.next() else { return false }
    attempt(rule) { () throws(QueryFailure) in
      prepared.append(try PreparedRule(rule, in: database))
    }
    return true
  }

  private func attempt(_ rule: Rule, _ body: () throws(QueryFailure) -> Void) {
    do throws(QueryFailure) { try body() } catch { problems.append(rule.problem(error)) }
  }
}
