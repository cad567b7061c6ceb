import Review
import SourceText

/// What to ask, and nothing else: every question with the line that answers it.
struct InterviewReport: Report {
  private let text: QuestionText
  private let isAlone: Bool

  init(_ settings: ReportSettings) {
    let style = TextStyle(isColoured: settings.isColoured)
    text = QuestionText(places: PlaceText(style: style), isComplete: true)
    isAlone = settings.count == 1
  }

  let separator = "\n"

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    let problems = review.problems.filter { $0.weight == .error }.flatMap(text.places.problem)
    let title = isAlone ? [] : ["\(review.path.printable):"]
    let lines = problems + (review.system == nil ? [] : title + text.interview(review.questions))
    return [ReportPiece(lines.map { $0 + "\n" }.joined())]
  }
}
