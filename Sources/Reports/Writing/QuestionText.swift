import Findings
import SourceText

/// Questions for people: those that decide most with the line to write, the rest by property.
struct QuestionText {
  let places: PlaceText
  /// Whether to show every question on a line of its own.
  let isComplete: Bool
  /// How a reader gets to see the questions that are counted only.
  var hint = ReportSettings.Hints().questions
  private var style: TextStyle { places.style }

  /// Lines of folded questions before the rest is counted.
  private static let shownGroups = 6

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
    case 1: "Answer this question first"
    case 2: "Answer these two questions first"
    default: "Answer these three questions first"
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
        margin + style.dim("decides " + question.stake.words + helped(question)),
      ]
    }
  }

  /// How many more rules read the answer than have a check that waits for nothing else.
  private func helped(_ question: Question) -> String {
    let more = question.rules.count - question.stake.checks
    guard more > 0 else { return "" }
    return "; \(more) more rule\(more == 1 ? " reads" : "s read") the answer"
  }

  // MARK: - The rest

  /// What else could be said: several questions about one property are one line.
  func rest(_ questions: [Question]) -> [String] {
    let rest = isComplete ? questions : Array(questions.dropFirst(questions.opening.count))
    guard !rest.isEmpty else { return [] }
    guard !isComplete else { return ["Open questions:"] + rest.map(line) + [""] }
    let groups = rest.byProperty
    var lines = ["Open questions (\(hint)):"]
    lines += groups.prefix(Self.shownGroups).map(line)
    let left = groups.dropFirst(Self.shownGroups).reduce(0) { $0 + $1.questions.count }
    if left > 0 { lines.append("  and \(left) more question\(left == 1 ? "" : "s")") }
    return lines + [""]
  }

  private func line(_ question: Question) -> String {
    [question].byProperty.map(line).joined()
  }

  /// One question with its place; several in a line.
  private func line(_ group: QuestionGroup) -> String {
    let place = group.questions.count == 1 ? places.words(group.first.place) + " " : ""
    return "  ? \(place)\(group.words(\.printable)) " + awaited(group.rules, group.first)
  }

  /// Rules that are named beside a question, at most.
  private static let shownRules = 2

  /// The rules that wait for an answer; where none does, what else it decides.
  private func awaited(_ rules: [String], _ question: Question) -> String {
    guard !rules.isEmpty else { return style.dim("(decides \(question.stake.words))") }
    let names = rules.prefix(Self.shownRules).joined(separator: ", ").printable
    let left = rules.count - Self.shownRules
    return style.dim("(\(names)\(left > 0 ? " and \(left) more" : ""))")
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
