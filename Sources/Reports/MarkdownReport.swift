import Findings
import Review
import SourceText

/// A comment for a pull request: what is new or worst first, the rest folded.
///
/// GitHub refuses comments of more than 65,536 characters; what is left out is said.
struct MarkdownReport {
  let input: ReportInput
  private static let sizeLimit = 60_000

  init(_ input: ReportInput) { self.input = input }

  func render() -> String {
    var output = ""
    var left = 0
    for block in input.reviews.flatMap(blocks) {
      let fits = input.isComplete || output.utf8.count + block.utf8.count <= Self.sizeLimit
      if fits { output += block } else { left += 1 }
    }
    return left == 0
      ? output : output + "\n\(left) more \(left == 1 ? "part" : "parts") left out for size.\n"
  }

  private func blocks(_ review: Review) -> [String] {
    var blocks = ["## \(Markdown.inert(review.system ?? review.path))\n\n\(verdict(review))\n"]
    let problems = review.problems.map { ReportEntry($0) }
    blocks += section("Problems of the description", problems, isOpen: true)
    let open = review.open.map { ReportEntry($0) }
    if review.isCompared {
      let news = open.filter { $0.finding?.standing?.isRegression ?? true }
      blocks += section("New or worse", news, isOpen: true)
      let known = open.filter { !($0.finding?.standing?.isRegression ?? true) }
      blocks += section("Known", known, isOpen: false)
    } else {
      let grave = open.filter { $0.level == .error }
      blocks += section("Critical and high", grave, isOpen: true)
      blocks += section("Medium and low", open.filter { $0.level != .error }, isOpen: false)
    }
    blocks += section(
      "Accepted", review.findings.map { ReportEntry($0) }.filter(\.isAccepted), isOpen: false)
    if !review.questions.isEmpty {
      let questions = review.questions.map { "- \(Markdown.inert($0.question))\n" }.joined()
      blocks.append(
        input.isComplete
          ? "\n### Questions\n\n\(questions)"
          : folded("Questions (\(review.questions.count))", questions))
    }
    return blocks
  }

  private func verdict(_ review: Review) -> String {
    let counts = Severity.allCases.reversed().compactMap { severity -> String? in
      let count = review.open.count { $0.severity == severity }
      return count > 0 ? "**\(count) \(severity.word)**" : nil
    }
    var parts = [counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")]
    if let fixed = review.fixed, !fixed.isEmpty { parts.append("\(fixed.count) fixed") }
    parts.append("\(review.checks.made) of \(review.checks.of) checks could be made")
    if let headroom = review.headroom {
      parts.append(
        "carries \(headroom.words)x today's peak, then \(Markdown.inert(headroom.element)) "
          + "(\(headroom.limit)) breaks")
    }
    return parts.joined(separator: "; ") + "."
  }

  private func section(_ title: String, _ entries: [ReportEntry], isOpen: Bool) -> [String] {
    guard !entries.isEmpty else { return [] }
    let items = entries.map(item)
    if isOpen || input.isComplete { return ["\n### \(title)\n\n"] + items }
    return [folded("\(title) (\(items.count))", items.joined())]
  }

  private func item(_ entry: ReportEntry) -> String {
    var text = "- **\(entry.severity)** \(Markdown.inert(entry.message))"
    if let standing = entry.finding?.standing, standing.isRegression {
      text += " *\(standing.word)*" + (standing.reason.map { ": \(Markdown.inert($0))" } ?? "")
    }
    if let reopened = entry.finding?.reopened { text += " *\(Markdown.inert(reopened))*" }
    if entry.isAccepted { text += " *accepted: \(Markdown.inert(entry.acceptance))*" }
    let place = "\(entry.path):\(entry.line)"
    text += "  \n  \(Markdown.inert(place)), \(Markdown.inert(entry.rule))\n"
    if input.isComplete {
      for evidence in entry.finding?.evidence ?? [] {
        text += "  - \(Markdown.inert("\(evidence.name): \(evidence.value.words)"))\n"
      }
    }
    return entry.advice.isEmpty ? text : text + "  \n  \(Markdown.inert(entry.advice))\n"
  }

  private func folded(_ title: String, _ content: String) -> String {
    "\n<details><summary>\(title)</summary>\n\n\(content)\n</details>\n"
  }
}
