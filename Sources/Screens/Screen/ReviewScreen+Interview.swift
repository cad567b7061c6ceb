import Findings
import SourceText

/// Questions asked one after the other.
extension ReviewScreen {
  /// Asks the selected question, then those below it.
  mutating func startInterview() {
    let questions = openQuestions
    guard questions.indices.contains(list.index) else { return }
    interview = Interview(questions, at: list.index)
    ask()
  }

  /// The questions of the list, as far as they pass the filter.
  private var openQuestions: [Question] {
    guard view.asks, let contents else { return [] }
    return rows.compactMap { row in
      contents.questions.indices.contains(row.number) ? contents.questions[row.number] : nil
    }
  }

  /// Goes to a neighbouring question; this one stays open.
  mutating func skip(_ distance: Int) {
    let typed = prompt?.field.text.trimmed ?? ""
    guard interview?.move(distance, typed: typed) == true else {
      notices.notice = distance > 0 ? "this is the last question" : "this is the first question"
      return
    }
    ask()
  }

  /// Goes on to the next question once an answer is written.
  mutating func takeAnswer() {
    interview?.takeAnswer()
    ask()
  }

  /// Goes on among the questions of a new review.
  mutating func renewInterview() {
    guard case .answer = prompt?.purpose else {
      interview = nil
      return
    }
    let isTyping = prompt?.field.text.isEmpty == false
    let questions = openQuestions
    interview?.renew(questions, isTyping: isTyping)
    if let interview { tabs.current.list.arrange(interview.order) }
    if !isTyping { ask() }
  }

  /// Leaves the questions, and says how far they have come.
  mutating func leaveInterview() {
    if let interview, interview.hasAnswers { notices.notice = interview.words }
    interview = nil
  }

  private mutating func ask() {
    guard let question = interview?.current else {
      prompt = nil
      leaveInterview()
      notices.tell(written: notices.notice.map { "\(Self.writtenWords); \($0)" })
      return
    }
    prompt = Prompt(
      purpose: .answer(element: question.element, property: question.property),
      label: "\(question.property) of \(question.subject): ", hint: question.hint,
      field: TextField(interview?.draft ?? ""))
    list.refresh(selecting: question.id)
  }
}

extension Question {
  /// The right form, a usual value, and what hangs on the answer.
  fileprivate var hint: String {
    let usual = example.split(separator: ":", maxSplits: 1).last.map(String.init)?.trimmed ?? ""
    let example = usual.isEmpty || form.contains("such as") ? "" : ", such as \(usual)"
    return "\(form)\(example); decides \(stake.words)"
  }
}
