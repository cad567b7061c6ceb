import Rules

/// Runs the rules of one review on two threads, each with a database of its own.
struct RuleRunner {
  private let rules: RuleDispenser
  private let worker: RuleWorker

  /// A runner of the rules of a set, for a description at a path.
  init(_ rules: RuleSet, _ settings: ReviewSettings, path: String) {
    self.rules = RuleDispenser(path: path, rules: rules, settings: settings)
    worker = RuleWorker(self.rules)
  }

  /// Prepares queries while some other work is done on another thread; what that gives.
  func preparing<Value: Sendable>(during work: @escaping @Sendable () -> Value) -> Value {
    let other = Future(work)
    worker.prepare(while: { !other.isDone })
    return other.value
  }

  /// What all rules say of the facts.
  func run(over facts: RuleFacts) -> RuleResults {
    let other = Future { [rules] in RuleWorker(rules).run(over: facts) }
    return worker.run(over: facts).joined(with: other.value)
  }
}
