import Description
import Review
import SourceText

/// Asks for what a first description needs, line by line.
struct Interview {
  private var lines = LineReader(longest: 4096)
  private var description: FirstDescription

  /// An interview about a system.
  init(about system: String) { description = FirstDescription(system: system) }

  /// Asks all questions; nil where the answers end before the last one.
  mutating func run() -> FirstDescription? {
    Output.complain(
      "Six questions. Enter alone leaves out what you do not know; Ctrl-D writes nothing.\n")
    for (index, question) in FirstQuestion.all.enumerated() where question.applies(description) {
      let words = question.asks(description.service ?? "the system")
      Output.complain("\n\(index + 1). \(words)\n" + question.help)
      guard ask(question) else { return nil }
    }
    return description
  }

  /// Asks until the answer is one; whether there was one.
  private mutating func ask(_ question: FirstQuestion) -> Bool {
    while true {
      StandardStreams.writeError("> ")
      guard let line = lines.next() else { return false }
      let answer = String(decoding: line, as: UTF8.self).trimmed
      guard !answer.isEmpty, let mistake = mistake(in: answer, to: question) else { return true }
      Output.complain("\(mistake)\n" + question.help)
    }
  }

  /// Takes an answer, unless the description would have a problem; that problem.
  private mutating func mistake(in answer: String, to question: FirstQuestion) -> String? {
    var next = description
    guard question.take(answer, &next) else { return "`\(answer)` does not have the form" }
    if let name = next.repeatedName { return "`\(name)` is named twice; names are unique" }
    let path = "answers.yaml"
    let problems = DescriptionReader.read(
      path: path, files: .memory([path: Array(next.text.utf8)]),
      catalogue: RuleSet.builtInCatalogue
    ).problems
    if let problem = problems.first { return problem.sentence }
    description = next
    return nil
  }
}
