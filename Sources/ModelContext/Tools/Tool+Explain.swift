import Reports
import SourceText

extension Tool {
  /// Explains a name.
  static let explain = Tool(
    name: "explain", title: "Explain a rule, key, kind, product or term",
    documentation: """
      The manual of a name: a rule (queues/no-dlq: why it hurts, what to do, when it is fine, its \
      sources), a key of the description (takes, replicas), a kind of component (queue), a product \
      (sqs: limits and defaults with their sources), or a word of the reports (headroom, at most).
      """,
    parameters: [
      Parameter(
        name: "name", form: .text(most: 200), documentation: "What to explain.", isRequired: true)
    ], output: ExplainAnswer.schema
  ) { (call) throws(ToolFailure) in
    let (name, rules) = (call.text("name") ?? "", call.workspace.rules)
    let found = Explanation.all(name, in: rules)
    guard !found.isEmpty else {
      throw ToolFailure(
        "there is nothing called `\(name.printable)`" + hint(Explanation.near(name, in: rules)))
    }
    return ExplainAnswer(found)
  }
}
