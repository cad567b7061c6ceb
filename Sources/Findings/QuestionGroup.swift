import SourceText

/// Questions about one property, which people read as one line.
package struct QuestionGroup: Sendable {
  /// The one that decides most, whose line to write stands for all.
  package let first: Question
  /// All of them, in the order of the review.
  package private(set) var questions: [Question]

  /// Elements that are named before the rest is counted.
  private static let shownNames = 3

  init(_ first: Question) { (self.first, questions) = (first, [first]) }

  /// The question, or for several what is asked of how many elements, with what is taken until it
  /// is said: `per-request of 23 calls: a, b, c and 20 more (assumed: 1)`.
  ///
  /// Names are written as the format needs them.
  package func words(_ write: (String) -> String) -> String {
    let assumed = Set(questions.map(\.assumed)).count == 1 ? first.assumed : nil
    let end = assumed.map { " (assumed: \(write($0)))" } ?? ""
    guard questions.count > 1 else { return write(first.question) + end }
    let nouns = Set(questions.map(\.noun))
    let noun = nouns.count == 1 ? first.noun : "element"
    let names = questions.prefix(Self.shownNames).map { write($0.subject.abridged) }
    let left = questions.count - names.count
    return "\(write(first.property)) of \(questions.count) \(noun)s: "
      + names.joined(separator: ", ") + (left > 0 ? " and \(left) more" : "") + end
  }

  /// The rules that wait for one of the answers, sorted.
  package var rules: [String] { Set(questions.flatMap(\.rules)).sorted() }

  fileprivate mutating func add(_ question: Question) { questions.append(question) }
}

extension Sequence<Question> {
  /// The questions about each property, in the order of the first about it.
  package var byProperty: [QuestionGroup] {
    var groups: [QuestionGroup] = []
    var position: [String: Int] = [:]
    for question in self {
      if let known = position[question.property] {
        groups[known].add(question)
      } else {
        position[question.property] = groups.count
        groups.append(QuestionGroup(question))
      }
    }
    return groups
  }
}
