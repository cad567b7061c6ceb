import Findings
import SourceText

/// The questions whose answers the review waits for.
struct QuestionsView: View {
  let title = "Questions"
  let noun = "Question"
  let emptyWords = "no questions"
  let asks = true

  func entries(of contents: Contents) -> [Entry] {
    contents.questions.enumerated().map { number, question in
      let count = question.stake.checks
      return Entry(
        id: question.id, number: number,
        label: question.stake.decidesHeadroom
          ? "headroom" : count == 0 ? "" : count == 1 ? "1 check" : "\(count) checks",
        role: .dim, message: question.question, place: question.place,
        rule: question.rules.first,
        searching: question.rules + [question.element, question.question])
    }
  }

  func detail(of entry: Entry, in contents: Contents, width: Int) -> Lines {
    let question = contents.questions[entry.number]
    let path = entry.place?.words(in: "") ?? ""
    var lines = Lines(
      of: entry, about: "\(question.property) of \(question.element)  \(path)", width: width)
    if !question.example.isEmpty {
      lines.addSection("Write, with your value", question.example)
      lines.add("\(question.form); decides \(question.stake.words)", .dim, head: Lines.margin)
    }
    lines.addList("Waiting for the answer", question.rules)
    return lines
  }
}
