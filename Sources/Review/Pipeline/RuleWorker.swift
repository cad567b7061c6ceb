import Facts
import Findings
import Rules
import SourceText
import Synchronization

/// The rules of one review, each taken by one worker only; a class, because the workers share it.
final class RuleDispenser: Sendable {
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

/// What some rules said of a description, and which of them could not run.
struct RuleResults: Sendable {
  var runs: [RuleRun] = []
  var problems: [Problem] = []

  /// These and others, in an order that does not depend on who ran what.
  func joined(with others: RuleResults) -> RuleResults {
    RuleResults(
      runs: (runs + others.runs).sorted { $0.rule < $1.rule },
      problems: (problems + others.problems).sorted { $0.message < $1.message })
  }
}

/// Takes rules and runs them in a database of its own; a rule that fails is a problem.
final class RuleWorker {
  private let rules: RuleDispenser
  private var database: FactDatabase?
  private var prepared: [PreparedRule] = []
  private var results = RuleResults()

  init(_ rules: RuleDispenser) {
    self.rules = rules
    do throws(QueryFailure) {
      database = try FactDatabase()
      database?.timeLimit = rules.settings.timeLimit
    } catch {
      results.problems.append(Problem(.error, "facts", error.message, path: rules.path))
    }
  }

  /// Prepares rules as long as there are no facts to run them over.
  func prepare(while isWaiting: () -> Bool) {
    while isWaiting(), prepareNext() {}
  }

  /// Runs what is prepared, and rules until none is left.
  func run(over facts: RuleFacts) -> RuleResults {
    guard let database else { return results }
    let base = facts.base(in: database)
    repeat {
      for prepared in prepared {
        attempt(prepared.rule) { () throws(QueryFailure) in
          let settings = rules.settings.rules[prepared.rule.id] ?? RuleSettings()
          results.runs.append(try prepared.run(over: base, facts.sources, settings: settings))
        }
      }
      prepared = []
    } while prepareNext()
    return results
  }

  /// Whether there was a rule left to take.
  private func prepareNext() -> Bool {
    guard let database, let rule = rules.next() else { return false }
    attempt(rule) { () throws(QueryFailure) in
      prepared.append(try PreparedRule(rule, in: database))
    }
    return true
  }

  private func attempt(_ rule: Rule, _ body: () throws(QueryFailure) -> Void) {
    do throws(QueryFailure) { try body() } catch { results.problems.append(rule.problem(error)) }
  }
}
