import Reports

extension Tool {
  /// Reviews a description.
  static let review = Tool(
    name: "review", title: "Review an architecture",
    documentation: """
      Reviews a system described in Tenfold's YAML: how many times today's peak it carries and \
      what breaks then, with the arithmetic; findings with evidence, each number with its origin \
      and place; and the three questions whose answers decide most. Quote its numbers and places. \
      Where it says "at most", say so: the number is a bound. Put its questions to the user and \
      invent no answer; what is unknown is no pass.
      """,
    parameters: Subject.parameters + [
      Parameter(
        name: "findings", form: .integer(0...500),
        documentation: "How many findings to show in full (default 10).")
    ], output: ReviewAnswer.schema
  ) { (call) throws(ToolFailure) in
    let subject = try Subject(call)
    return ReviewAnswer(
      try subject.review().read(), by: subject.rules, findings: call.integer("findings") ?? 10)
  }
}
