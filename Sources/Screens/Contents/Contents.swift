package import Findings
package import Review
package import SourceText

/// What the screen shows of a review.
package struct Contents: Sendable {
  /// The description's path as the user named it.
  package var path: String
  /// The system's name; nil when nothing could be read.
  package var system: String?
  /// Findings in the review's order.
  package var findings: [JudgedFinding] = [] {
    didSet { count() }
  }
  /// How many of them nobody has accepted, by severity: counted once, not for each frame.
  private var counts: [Severity: Int] = [:]
  /// Questions, the most decisive first.
  package var questions: [Question] = [] {
    didSet { renewIndex() }
  }
  /// What is wrong with the description.
  package var problems: [Problem] = []
  /// Checks that could be decided.
  package var checksMade = 0
  /// Checks that apply.
  package var checks = 0
  /// How many times today's peak the system carries, such as `0.25x`.
  package var headroom: String?
  /// What breaks first, and when; nil where no limit is known.
  package var verdict: GrowthVerdict?
  /// The components and how far each carries; nil when nothing could be read.
  package var outline: SystemOutline? {
    didSet { renewIndex() }
  }
  /// What is looked up in them.
  private(set) var index = ContentsIndex([], [], nil)
  /// What that takes for granted; nil where that is nothing.
  package var assumption: String?
  /// Findings that are gone since what the contents are compared with.
  package var fixed: [JudgedFinding] = []

  /// Nothing found in a description.
  package init(path: String) { self.path = path }

  /// What a review says.
  package init(_ review: Review) {
    path = review.path
    system = review.system
    findings = review.findings
    questions = review.questions
    problems = review.problems
    checksMade = review.checks.made
    checks = review.checks.of
    headroom = review.headroom.map(\.phrase)
    verdict = GrowthVerdict(review)
    outline = SystemOutline(review)
    assumption = review.headroom?.assumption()
    count()
  }

  /// What a review says, and how its findings stand against another one.
  package init(_ diff: ReviewDiff) {
    self.init(diff.new)
    fixed = diff.fixed
  }

  /// Says of each finding how it stands against an earlier review, unless these are others by now;
  /// what is accepted here stays accepted, whatever a gate makes of it.
  mutating func compare(_ diff: ReviewDiff) {
    guard diff.new.findings.map(\.fingerprint) == findings.map(\.fingerprint) else { return }
    findings = zip(findings, diff.new.findings).map { own, compared in
      var finding = own
      finding.standing = compared.standing
      return finding
    }
    fixed = diff.fixed
  }

  private mutating func count() {
    renewIndex()
    counts = [:]
    for finding in open {
      counts[finding.severity, default: 0] += 1
    }
  }

  private mutating func renewIndex() { index = ContentsIndex(findings, questions, outline) }

  /// The first mistake because of which the description could not be read in full.
  var error: Problem? { problems.first { $0.weight == .error } }

  /// How many findings a list shows: those of the review, then those that are gone.
  var findingCount: Int { findings.count + fixed.count }

  /// A finding of that list by its place.
  func finding(at place: Int) -> JudgedFinding {
    place < findings.count ? findings[place] : fixed[place - findings.count]
  }

  /// Findings that nobody has accepted.
  var open: [JudgedFinding] { index.open }

  /// Findings and completeness; the short form for narrow screens.
  func summary(isShort: Bool) -> String {
    let words = Severity.allCases.reversed().compactMap { severity in
      counts[severity].map { "\($0) \(severity.word)" }
    }
    let silence = checksMade < checks ? "undecided" : "nothing found"
    let accepted = findings.count - counts.values.reduce(0, +)
    let found = words.isEmpty ? silence : words.joined(separator: ", ")
    if isShort { return "\(found); \(checksMade)/\(checks) checks" }
    let checks = "\(checksMade) of \(checks) checks decidable"
    return [found, accepted == 0 ? nil : "\(accepted) accepted", checks, assumption]
      .compactMap(\.self).joined(separator: "; ")
  }
}
