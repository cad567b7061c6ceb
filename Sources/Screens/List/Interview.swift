import Findings

/// Questions that are asked one after the other, in the order in which they stood at first.
struct Interview: Sendable {
  private var questions: [Question]
  private var place: Int
  private var answered: Set<String> = []
  /// What was typed and is not written, by the question.
  private var drafts: [String: String] = [:]

  /// The questions of a list, beginning at one of them.
  init(_ questions: [Question], at place: Int) {
    self.questions = questions
    self.place = place
  }

  /// The question that is asked; nil behind the last one.
  var current: Question? { questions.indices.contains(place) ? questions[place] : nil }

  /// How far it has come: `3 answered, 30 left`, and how many answers are typed and not written.
  var words: String {
    let count = questions.count { drafts[$0.id] != nil }
    let kept = count == 0 ? "" : count == 1 ? ", 1 draft" : ", \(count) drafts"
    return "\(answered.count) answered, \(questions.count) left" + kept
  }

  /// What was typed as the answer to the question that is asked, before it was left.
  var draft: String { current.flatMap { drafts[$0.id] } ?? "" }

  /// The order in which it asks.
  var order: [String] { questions.map(\.id) }

  /// Whether anything was answered.
  var hasAnswers: Bool { !answered.isEmpty }

  /// Goes to a neighbouring question and leaves this one open, what is typed kept as a draft; false
  /// where there is none.
  mutating func move(_ distance: Int, typed: String) -> Bool {
    guard questions.indices.contains(place + distance) else { return false }
    if let current { drafts[current.id] = typed.isEmpty ? nil : typed }
    place += distance
    return true
  }

  /// Takes the question that is asked as answered; the one behind it is asked.
  mutating func takeAnswer() {
    guard let current else { return }
    answered.insert(current.id)
    drafts[current.id] = nil
    questions.remove(at: place)
  }

  /// Takes the questions of a new review: those that are left keep their order, new ones come last.
  ///
  /// The one that is asked stays while its answer is being typed, whether or not it is still open.
  mutating func renew(_ new: [Question], isTyping: Bool) {
    let asked = current?.id
    let known = Dictionary(new.map { ($0.id, $0) }) { first, _ in first }
    let renewed = { (question: Question) in
      known[question.id] ?? (isTyping && question.id == asked ? question : nil)
    }
    let before = questions[..<place].compactMap(renewed)
    let kept = before + questions[place...].compactMap(renewed)
    let ids = answered.union(kept.map(\.id))
    questions = kept + new.filter { !ids.contains($0.id) }
    place = before.count
  }
}
