import Findings
import Review
import SourceText

/// A comment for a pull request: what is new or worst first, the rest folded.
///
/// GitHub refuses comments of more than 65,536 characters, so what matters least is left out, and
/// that is said. Several systems start with a table; those with nothing to say are only there.
struct MarkdownReport: Report {
  let settings: ReportSettings
  let capacity: ReportCapacity? = ReportCapacity(pieces: .max, bytes: 56_000)

  /// What of a review stays longest when not all fits.
  private enum Rank: Int { case title, news, rest }
  private static let shownSystems = 25

  init(_ settings: ReportSettings) { self.settings = settings }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    guard left > 0 else { return "" }
    return "\n\(left) more \(left == 1 ? "part" : "parts") left out for size.\n"
  }

  // MARK: - Several systems

  func head(_ run: RunSummary) -> String {
    guard settings.count > 1 else { return "" }
    let counts = run.isCompared ? [news(run)] : run.open.words
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    let columns = "| System | Carries | Breaks first | \(run.isCompared ? "New" : "Open") |\n"
    let rows = ranked(run).prefix(Self.shownSystems).map { row($0, run) }
    let rest = run.systems.count - rows.count
    return "# \(run.systems.count) systems: \(found)\n\n" + columns + "|---|---|---|---|\n"
      + rows.joined() + (rest > 0 ? "\nand \(rest) more systems.\n" : "") + "\n"
  }

  private func news(_ run: RunSummary) -> String {
    let (news, fixed) = run.systems.reduce((0, 0)) { ($0.0 + $1.news, $0.1 + $1.fixed) }
    return "\(news) new or worse" + (fixed > 0 ? ", \(fixed) fixed" : "")
  }

  /// What is new comes first, then what carries least.
  private func ranked(_ run: RunSummary) -> [RunSummary.System] {
    run.byHeadroom.enumerated().sorted {
      $0.element.news == $1.element.news
        ? $0.offset < $1.offset : $0.element.news > $1.element.news
    }.map(\.element)
  }

  private func row(_ system: RunSummary.System, _ run: RunSummary) -> String {
    let words = system.open.words
    let open = words.isEmpty ? "-" : words.joined(separator: ", ")
    let element = Markdown.inert(system.headroom?.element ?? "-")
    return "| \(Markdown.inert(system.name)) | \(system.carries) | \(element) "
      + "| \(run.isCompared ? "\(system.news)" : open) |\n"
  }

  // MARK: - A system

  func pieces(_ review: Review, _ number: Int) -> [ReportPiece] {
    let isSilent =
      review.regressions == 0 && review.problems.isEmpty && (review.fixed ?? []).isEmpty
    guard settings.count == 1 || !isSilent else { return [] }
    let title = Markdown.inert(review.system ?? review.path)
    var pieces = [
      ReportPiece(
        "\(number > 0 ? "\n" : "")## \(title)\n\n\(verdict(review))\n", rank: Rank.title.rawValue)
    ]
    let problems = review.problems.map { ReportEntry($0) }
    pieces += section("Problems of the description", problems, .news)
    let open = review.open.map { ReportEntry($0) }
    if review.isCompared {
      let news = open.filter { $0.finding?.standing?.isRegression ?? true }
      pieces += section("New or worse", news, .news)
      let known = open.filter { !($0.finding?.standing?.isRegression ?? true) }
      pieces += section("Known", known, .rest)
    } else {
      pieces += section("Critical and high", open.filter { $0.level == .error }, .news)
      pieces += section("Medium and low", open.filter { $0.level != .error }, .rest)
    }
    let accepted = review.findings.map { ReportEntry($0) }.filter(\.isAccepted)
    return pieces + section("Accepted", accepted, .rest) + questions(review)
  }

  private func questions(_ review: Review) -> [ReportPiece] {
    guard !review.questions.isEmpty else { return [] }
    let questions = review.questions.map { "- \(Markdown.inert($0.question))\n" }.joined()
    return [folded("Questions (\(review.questions.count))", questions)]
  }

  private func verdict(_ review: Review) -> String {
    let counts = SeverityCounts(review.open).words.map { "**\($0)**" }
    var parts = [counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")]
    if let fixed = review.fixed, !fixed.isEmpty { parts.append("\(fixed.count) fixed") }
    parts.append("\(review.checks.made) of \(review.checks.of) checks could be made")
    parts += [review.capacitySentence(Markdown.inert)].compactMap(\.self)
    return parts.joined(separator: "; ") + "."
  }

  private func section(_ title: String, _ entries: [ReportEntry], _ rank: Rank) -> [ReportPiece] {
    guard !entries.isEmpty else { return [] }
    let items = entries.map(item)
    guard rank == .news else {
      return [folded("\(title) (\(items.count))", items.joined())]
    }
    return (["\n### \(title)\n\n"] + items).map { ReportPiece($0, rank: rank.rawValue) }
  }

  private func item(_ entry: ReportEntry) -> String {
    var text = "- **\(entry.severity)** \(Markdown.inert(entry.message))"
    if let standing = entry.finding?.standing, standing.isRegression {
      text += " *\(standing.word)*" + (standing.reason.map { ": \(Markdown.inert($0))" } ?? "")
    }
    if let reopened = entry.finding?.reopened { text += " *\(Markdown.inert(reopened.sentence))*" }
    if entry.isAccepted { text += " *accepted: \(Markdown.inert(entry.acceptance))*" }
    let place = "\(entry.path):\(entry.line)"
    text += "  \n  \(Markdown.inert(place)), \(Markdown.inert(entry.rule))\n"
    return entry.advice.isEmpty ? text : text + "  \n  \(Markdown.inert(entry.advice))\n"
  }

  private func folded(_ title: String, _ content: String) -> ReportPiece {
    ReportPiece(
      "\n<details><summary>\(title)</summary>\n\n\(content)\n</details>\n",
      rank: Rank.rest.rawValue)
  }
}
