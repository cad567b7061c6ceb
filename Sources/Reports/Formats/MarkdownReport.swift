import Findings
import Review
import SourceText

/// A comment for a pull request: what is new or worst first, the rest folded.
///
/// What matters least is left out of a comment that is too large, and that is said. Several systems
/// start with a table, whose order the others follow; those with nothing to say are only there.
struct MarkdownReport: Report {
  let settings: ReportSettings
  let capacity: ReportCapacity? = Markdown.capacity

  private typealias Rank = Markdown.Rank
  private static let shownSystems = 25
  /// More would leave no room for what is found in them.
  private static let shownSections = 60

  init(_ settings: ReportSettings) { self.settings = settings }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    Markdown.omission(left)
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
      + rows.joined() + (rest > 0 ? "\nand \(rest) more systems.\n" : "")
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

  func order(_ run: RunSummary) -> [Int]? {
    guard settings.count > 1 else { return nil }
    return ranked(run).filter { !$0.isSilent }.prefix(Self.shownSections).map(\.number)
  }

  /// A name where many stand side by side.
  private func name(_ text: String) -> String { Markdown.inert(text.abridged(to: 60)) }

  private func row(_ system: RunSummary.System, _ run: RunSummary) -> String {
    let words = system.open.words
    let open = words.isEmpty ? "-" : words.joined(separator: ", ")
    let element = system.headroom.map { name($0.element) } ?? "-"
    return "| \(name(system.name)) | \(system.carries) | \(element) "
      + "| \(run.isCompared ? "\(system.news)" : open) |\n"
  }

  // MARK: - A system

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let review = subject.review
    guard settings.count == 1 || !review.isSilent else { return [] }
    let title =
      "## \(name(review.title))\n\n\(verdict(review))\n"
      + review.gates.compactMap(\.sentence).map { "\n**\(Markdown.inert($0))**\n" }.joined()
    var pieces = [
      ReportPiece((settings.count > 1 ? "\n" : "") + title, rank: Rank.title.rawValue)
    ]
    let problems = review.problems.map { ReportEntry($0) }
    pieces += section("Problems", problems, .news)
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
    let questions = review.questions.byProperty.map { "- \($0.words(Markdown.inert))\n" }.joined()
    return [Markdown.folded("Questions (\(review.questions.count))", questions)]
  }

  private func verdict(_ review: Review) -> String {
    let counts = SeverityCounts(review.open).words.map { "**\($0)**" }
    var parts = [counts.isEmpty ? review.verdictWithoutFinding : counts.joined(separator: ", ")]
    if let fixed = review.fixed, !fixed.isEmpty { parts.append("\(fixed.count) fixed") }
    let undecided = review.undecided.count
    if undecided > 0 { parts.append("\(undecided) can no longer be evaluated") }
    parts.append("\(review.checks.made) of \(review.checks.of) checks decidable")
    parts += [review.capacitySentence(name)].compactMap(\.self)
    return parts.joined(separator: "; ") + "."
  }

  private func section(_ title: String, _ entries: [ReportEntry], _ rank: Rank) -> [ReportPiece] {
    guard !entries.isEmpty else { return [] }
    let items = entries.map(item)
    guard rank == .news else {
      return [Markdown.folded("\(title) (\(items.count))", items.joined())]
    }
    return (["\n### \(title)\n\n"] + items).map { ReportPiece($0, rank: rank.rawValue) }
  }

  private func item(_ entry: ReportEntry) -> String {
    var text = "- **\(entry.severity)** \(Markdown.inert(entry.message))"
    if let standing = entry.finding?.standing, standing.isRegression {
      text += " *\(standing.word)*" + (standing.reason.map { ": \(Markdown.inert($0))" } ?? "")
    }
    if let discussed = entry.finding?.discussed {
      text += " *\(Markdown.inert(discussed.statement))*"
    }
    if let reopened = entry.finding?.reopened { text += " *\(Markdown.inert(reopened.sentence))*" }
    if let accepted = entry.finding?.accepted {
      text += " *\(Markdown.inert(accepted.statement))*"
    }
    let place = "\(entry.path):\(entry.line)"
    text += "  \n  \(Markdown.inert(place)), \(Markdown.inert(entry.rule))\n"
    return entry.advice.isEmpty ? text : text + "  \n  \(Markdown.inert(entry.advice))\n"
  }
}
