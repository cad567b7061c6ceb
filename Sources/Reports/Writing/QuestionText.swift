import Findings
import SourceText

/// Questions for people: those that decide most with the line to write, the rest by property.
struct QuestionText {
  let places: PlaceText
  /// Whether to show every question on a line of its own.
  let isComplete: Bool
  private var style: TextStyle { places.style }

  /// Lines of folded questions before the rest is counted.
  private static let shownGroups = 6
  /// Elements that a folded question names.
  private static let shownNames = 3

  // MARK: - What decides most

  /// The questions that open the report: place, line to write and what it decides.
  func opening(_ questions: [Question]) -> [String] {
    let opening = questions.opening
    guard !opening.isEmpty else { return [] }
    let title = Self.title(of: opening)
    return [style.strong(title + ":")] + numbered(opening) + [""]
  }

  /// A title that counts the questions.
  static func title(of opening: [Question]) -> String {
    switch opening.count {
    case 1: "One question decides most"
    case 2: "Two questions decide most"
    default: "Three questions decide most"
    }
  }

  private func numbered(_ questions: [Question]) -> [String] {
    questions.enumerated().flatMap { number, question in
      let mark = "  \(number + 1). "
      let margin = String(repeating: " ", count: mark.count)
      return [
        mark + question.question.printable,
        margin + "\(places.words(question.place))  \(style.accent(question.example.printable))"
          + style.dim("  (\(question.form.printable))"),
        margin + style.dim("decides " + question.stake.words),
      ]
    }
  }

  // MARK: - The rest

  /// What else could be said: several questions about one property are one line.
  func rest(_ questions: [Question]) -> [String] {
    let rest = isComplete ? questions : Array(questions.dropFirst(questions.opening.count))
    guard !rest.isEmpty else { return [] }
    guard !isComplete else { return ["To decide more, say:"] + rest.map(line) + [""] }
    let groups = Self.byProperty(rest)
    var lines = ["To decide more, say (check --questions shows how):"]
    lines += groups.prefix(Self.shownGroups).map { $0.count == 1 ? line($0[0]) : folded($0) }
    let left = groups.dropFirst(Self.shownGroups).reduce(0) { $0 + $1.count }
    if left > 0 { lines.append("  and \(left) more question\(left == 1 ? "" : "s")") }
    return lines + [""]
  }

  /// The questions about each property, in the order of the first about it.
  private static func byProperty(_ questions: [Question]) -> [[Question]] {
    var groups: [[Question]] = []
    var position: [String: Int] = [:]
    for question in questions {
      if let known = position[question.property] {
        groups[known].append(question)
      } else {
        position[question.property] = groups.count
        groups.append([question])
      }
    }
    return groups
  }

  private func line(_ question: Question) -> String {
    "  ? \(places.words(question.place)) \(question.question.printable) "
      + awaited(question.rules, question)
  }

  private func folded(_ questions: [Question]) -> String {
    let nouns = Set(questions.map(\.noun))
    let noun = nouns.count == 1 ? nouns.first ?? "element" : "element"
    let names = questions.prefix(Self.shownNames).map(\.element.abridged.printable)
    let left = questions.count - names.count
    let rules = Set(questions.flatMap(\.rules)).sorted()
    return "  ? \(questions[0].property.printable) of \(questions.count) \(noun)s: "
      + names.joined(separator: ", ") + (left > 0 ? " and \(left) more " : " ")
      + awaited(rules, questions[0])
  }

  /// The rules that wait for an answer; where none does, what else it decides.
  private func awaited(_ rules: [String], _ question: Question) -> String {
    let names = rules.joined(separator: ", ").printable
    return style.dim("(\(rules.isEmpty ? "decides \(question.stake.words)" : names))")
  }

  // MARK: - The interview

  /// All questions in order, with the line to write, and how much the answers decide.
  func interview(_ questions: [Question]) -> [String] {
    guard !questions.isEmpty else { return ["nothing to ask"] }
    return [style.strong(Self.headline(questions)), ""] + numbered(questions)
  }

  private static func headline(_ questions: [Question]) -> String {
    let (count, checks) = (questions.count, questions.checks)
    let these = count == 1 ? "this question" : "these \(count)"
    let decided = checks > 0 ? ["\(checks) more check\(checks == 1 ? "" : "s")"] : []
    let headroom = questions.contains(where: \.stake.decidesHeadroom) ? ["the headroom"] : []
    let all = (decided + headroom).joined(separator: " and ")
    return "Answer \(these) to decide \(all.isEmpty ? "more" : all):"
  }
}
