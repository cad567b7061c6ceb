import Architecture
import Description
import Findings
import Growth
import Review
import SourceText

/// The report for people: what matters first, with its excerpt, arithmetic and advice.
struct TextReport: Report {
  let settings: ReportSettings
  private let style: TextStyle
  private let places: PlaceText

  init(_ settings: ReportSettings) {
    self.settings = settings
    style = TextStyle(isColoured: settings.isColoured)
    places = PlaceText(style: style)
  }

  let separator = "\n"

  func pieces(_ subject: ReportSubject) -> [ReportPiece] { [ReportPiece(render(subject.review))] }

  /// All systems of a run in a line.
  func tail(_ run: RunSummary, written: Int, left: Int) -> String {
    guard run.systems.count > 1 else { return "" }
    let counts = run.open.words
    let found = counts.isEmpty ? "nothing found" : counts.joined(separator: ", ")
    let first = run.byHeadroom[0]
    let least = first.headroom.map {
      "; least headroom \($0.phrase): \($0.limited()) of \(first.name)"
    }
    let line = "\(run.systems.count) systems: \(found)\(least ?? "")"
    return "\n" + style.strong(line.printable) + "\n"
  }

  private func render(_ review: Review) -> String {
    var lines: [String] = []
    lines += review.problems.flatMap(places.problem)
    lines += review.imports.folded.flatMap(note)
    if !review.imports.isEmpty { lines.append("") }
    if let system = review.system {
      let questions = QuestionText(
        places: places, isComplete: settings.isComplete, hint: settings.hints.questions)
      lines += whatIf(review)
      lines += questions.opening(review.questions)
      lines += findings(review)
      lines += questions.rest(review.questions)
      lines.append(summary(review, system))
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// What was supposed, and what that does to the headroom; nothing where nothing was.
  private func whatIf(_ review: Review) -> [String] {
    guard !review.supposed.isEmpty else { return [] }
    let headroom = review.headroom.map { ": " + $0.sentence(since: review.earlierHeadroom) } ?? ""
    let text = "What if " + review.supposed.joined(separator: ", ") + headroom
    return text.printable.wrapped(width: 92).map(style.strong) + [""]
  }

  private func note(_ note: ImportNote) -> [String] {
    var texts = note.lines(isComplete: settings.isComplete)
    texts[0] = "\(note.path): \(texts[0])"
    let lines = texts.map { $0.printable.wrapped(width: 92) }
    return lines.enumerated().flatMap { number, parts in
      parts.enumerated().map { part, text in
        let indent = (number > 0 ? 4 : 0) + (part > 0 ? 4 : 0)
        return style.dim(String(repeating: " ", count: indent) + text)
      }
    }
  }

  // MARK: - Findings

  private func findings(_ review: Review) -> [String] {
    let open = settings.isComplete ? review.open : review.open.filter(isShown)
    let limit = settings.isComplete ? open.count : settings.shownInFull
    let explained = Dictionary(grouping: open) { $0.explainedBy }
    let roots = explained[nil] ?? []
    var lines: [String] = []
    for finding in roots.prefix(limit) {
      lines += full(finding)
      let effects = explained[finding.fingerprint] ?? []
      lines += effects.map { "    follows from it: \(brief($0))" } + (effects.isEmpty ? [] : [""])
    }
    let folded = roots.dropFirst(limit)
    if !folded.isEmpty {
      lines.append("and \(folded.count) more (\(settings.hints.findings)):")
      lines += folded.map { "  " + brief($0) } + [""]
    }
    let known = review.open.count - open.count
    if known > 0 {
      lines += ["\(known) known finding\(known == 1 ? "" : "s") (--all shows them)", ""]
    }
    if let fixed = review.fixed, !fixed.isEmpty {
      lines.append("fixed:")
      lines += fixed.map(brief) + [""]
    }
    if !review.undecided.isEmpty {
      lines.append("known, but no longer decidable:")
      lines += review.undecided.map(brief) + [""]
    }
    let accepted = review.findings.filter { $0.accepted != nil }
    if !accepted.isEmpty {
      lines.append("accepted:")
      lines += accepted.map { "  \(brief($0)): \(($0.accepted?.remark ?? "").printable)" } + [""]
    }
    if !review.decisions.isEmpty {
      lines.append("decisions:")
      lines += review.decisions.map(line) + [""]
    }
    return lines
  }

  /// Against an earlier review, only what is new or worse is shown.
  private func isShown(_ finding: JudgedFinding) -> Bool { finding.standing?.isRegression ?? true }

  private func full(_ finding: JudgedFinding) -> [String] {
    var lines = ["\(tag(finding.severity)) \(style.strong(finding.message.printable))"]
    lines.append("    \(places.words(finding.place))  \(style.dim(finding.rule.printable))")
    lines += places.excerpt(finding.place)
    if settings.isComplete, !finding.severityReason.isEmpty {
      lines.append("    \(style.dim(finding.severityReason.printable))")
    }
    if let standing = finding.standing {
      let why = standing.reason.map { ": \($0.printable)" } ?? ""
      lines.append("    \(style.warn(standing.word))\(why)")
    }
    if let discussed = finding.discussed {
      lines.append("    \(style.warn(discussed.statement.printable))")
    }
    if let reopened = finding.reopened {
      lines.append("    \(style.warn(reopened.sentence.printable))")
    }
    if let arithmetic = finding.arithmetic { lines.append("    = \(arithmetic.printable)") }
    lines += finding.steps.map {
      "    \(style.dim(">")) \($0.element.abridged.printable) "
        + style.dim("(\(places.words($0.place)))")
    }
    lines += finding.evidence.map { "    \(style.dim("·")) \(evidence($0, of: finding))" }
    lines += finding.advice.printable.wrapped(width: 92).map { "    \($0)" }
    return lines + [""]
  }

  private func evidence(_ evidence: Evidence, of finding: JudgedFinding) -> String {
    let origin =
      evidence.place.map { place in
        let isHere = place.path == finding.place.path
        return isHere ? "line \(place.start.line)" : places.words(place)
      }
      ?? evidence.provenance.printable
    return
      "\(evidence.name.abridged.printable): \(evidence.value.words.abridged.printable) "
      + style.dim("(\(origin))")
  }

  private func brief(_ finding: JudgedFinding) -> String {
    "\(tag(finding.severity)) \(places.words(finding.place)) \(finding.message.printable)  "
      + style.dim("[\(finding.rule.printable)]")
  }

  private func line(_ judged: JudgedDecision) -> String {
    let verdict = judged.verdict
    let word = verdict == .kept ? style.good(verdict.rawValue) : style.warn(verdict.rawValue)
    return "  \(word) \(judged.decision.name.abridged.printable): \(judged.words.printable)"
  }

  private func brief(_ risk: KnownRisk) -> String {
    "  \(risk.element.abridged.printable) \(style.dim(risk.rule.printable))"
  }

  private func tag(_ severity: Severity) -> String {
    let word = severity.word.uppercased()
    let padded = word + String(repeating: " ", count: max(0, 8 - word.count))
    return switch severity {
    case .critical, .high: style.bad(padded)
    case .medium: style.warn(padded)
    case .low: padded
    }
  }

  // MARK: - Summary

  private func counted(_ number: Int, _ noun: String, _ words: String) -> [String] {
    number > 0 ? [style.bad("\(number) \(noun)\(number == 1 ? "" : "s") \(words)")] : []
  }

  /// The verdict in a line.
  func summary(_ review: Review, _ system: String) -> String {
    let counts = SeverityCounts(review.open).words
    let errors = review.problems.filter { $0.weight == .error }
    let failed = errors.count(where: \.isOfRule)
    let broken =
      counted(errors.count - failed, "error", "in the description")
      + counted(failed, "rule", "could not run")
    let silence = review.verdictWithoutFinding
    let silent = review.openThemes.isEmpty ? style.good(silence) : silence
    let found = counts.isEmpty && errors.isEmpty ? [silent] : counts
    let accepted = review.findings.count { $0.accepted != nil }
    let file = settings.count > 1 ? "\(review.path.printable): " : ""
    let name = (system.abridged + review.suppositions).printable
    var line = "\(file)\(name): \((broken + found).joined(separator: ", "))"
    if accepted > 0 { line += "; \(accepted) accepted" }
    line += "; \(review.checks.made) of \(review.checks.of) checks decidable"
    if errors.count > failed { line += " in what could be read" }
    line += review.capacitySentence(\.abridged.printable).map { "; \($0)" } ?? ""
    return line + "."
  }
}
