import Facts
import Findings
import Rules
import SourceText
import Synchronization

/// The rules of one review, each taken by one worker only; a class, because the workers share it.
final class RuleDispenser: Sendable {
  let path: String
  let settings: ReviewSettings
  /// Those that may say something of any description in front.
  private let rules: [RuleEntry]
  private let general: Int
  private let taken = Atomic<Int>(0)

  init(path: String, rules: RuleSet, settings: ReviewSettings) {
    self.path = path
    self.settings = settings
    let all = rules.entries.filter { settings.rules[$0.id]?.isOff != true }
    let any = all.filter { $0.needs == nil }
    self.rules = any + all.filter { $0.needs != nil }
    general = any.count
  }

  /// The next rule that is switched on and about a description of some words, before they are known
  /// about any description; nil after the last.
  func next(_ words: Set<String>?) -> Rule? {
    while true {
      guard words != nil || taken.load(ordering: .relaxed) < general else { return nil }
      let position = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard position < rules.count else { return nil }
      guard words.map(rules[position].isAbout) ?? true, let rule = rules[position].rule else {
        continue
      }
      return rule
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
    while isWaiting(), prepareNext(nil) {}
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
    } while prepareNext(facts.words)
    return results
  }

  /// Whether there was a rule left to take, of those about a description of some words.
  private func prepareNext(_ words: Set<String>?) -> Bool {
    guard let database, let rule = rules.next(words) else { return false }
    attempt(rule) { () throws(QueryFailure) in
      prepared.append(try PreparedRule(rule, in: database))
    }
    return true
  }

  private func attempt(_ rule: Rule, _ body: () throws(QueryFailure) -> Void) {
    do throws(QueryFailure) { try body() } catch { results.problems.append(rule.problem(error)) }
  }
}
