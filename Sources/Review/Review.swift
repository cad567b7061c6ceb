/// The pipeline: a description and a rule set in, a review out.
///
/// - `Rules`: the rules and products that a run knows.
/// - `Pipeline`: how a review is made: read, derive, run rules, judge, order.
/// - `Decisions`: what somebody decided to live with, and who may decide that.
/// - `Comparison`: how findings stand against a baseline or an earlier review.
/// - `Alternatives`: several designs side by side.
/// - `History`: a system over the revisions of its description.
/// - `Growth`: the review of growth, with its simulation.
/// - `Testing`: the examples on the pages of rules, and changes that must not matter to them.
/// - `Threads`: the only concurrency; nothing is shared but values.
///
/// Pure: files come through `FileAccess`, and nothing here knows of a screen or an output format.

package import Architecture
package import Description
package import Findings
package import Growth
import Rules
package import SourceText

/// The whole result for one description.
package struct Review: Sendable {
  /// How many checks apply, and how many of them could be decided.
  package struct Checks: Hashable, Sendable {
    /// Decided.
    package internal(set) var made = 0
    /// Applicable.
    package internal(set) var of = 0
  }

  /// The description's path as the user named it.
  package let path: String
  /// The path from the root of its repository, by which a baseline tells systems of one name apart.
  package var home: String { didSet { tellScope() } }
  /// The system's name; nil when nothing could be read.
  package internal(set) var system: String?
  /// What was supposed in place of what the description says, a phrase each.
  package internal(set) var supposed: [String] = []
  /// What was read in the formats of other tools, one note for each input.
  package internal(set) var imports: [ImportNote] = []
  /// What was found, in the order of importance; accepted ones included.
  package var findings: [JudgedFinding] = []
  /// What rules and the headroom wait for, the most decisive first.
  package var questions: [Question] = []
  /// What is wrong with the description, or with the rules' pages.
  package var problems: [Problem] = []
  /// What the decisions of the project's file are to the description, where a run settles that.
  var sharedDecisions: [SharedDecision] = []
  /// What became of each rule, by its id.
  package internal(set) var outcomes: [String: RuleOutcome] = [:]
  /// The project's files that the review depends on: configuration and accepted risks.
  package internal(set) var settingsFiles: [SourceText] = []
  /// How complete the review is.
  package internal(set) var checks = Checks()
  /// What saturates first; nil when that is unknown.
  package internal(set) var headroom: HeadroomStatement?
  /// What it carried at the revision it is compared with; nil where that is unknown.
  package internal(set) var earlierHeadroom: HeadroomStatement?
  /// What the gates said that look at more than single findings; none until they have.
  package internal(set) var gates: [GateOutcome] = []
  /// Risks of the baseline that are gone; nil when there is nothing to compare with.
  package internal(set) var fixed: [KnownRisk]?
  /// Risks of the baseline that can no longer be evaluated, since their rules wait for an answer.
  package internal(set) var undecided: [KnownRisk] = []
  /// Months until a component saturates, by its name; none for what growth does not lead to that.
  var months: [String: Double] = [:]
  /// Checks that wait for an answer, by their rule.
  var waiting: [String: [RuleRun.Waiting]] = [:]
  /// The model that was reviewed; nil when nothing could be read.
  package internal(set) var architecture: Architecture?
  /// What is expected of it, held against the model.
  package internal(set) var expectations: [Expectation] = []
  /// Its decisions, held against the model and the calendar.
  package internal(set) var decisions: [JudgedDecision] = []
  /// Demand and limits of that; nil when nothing could be read.
  package internal(set) var growth: GrowthModel?
  /// The overlays of the description; nil when it has none.
  package internal(set) var scenarios: Scenarios?
  /// The texts that were read, for excerpts.
  package internal(set) var sources = SourceSet()

  /// The review of a description that could not be looked at.
  package init(path: String, _ problem: Problem) {
    self.init(path: path)
    problems = [problem]
  }

  /// The review of nothing yet.
  init(path: String) { (self.path, home) = (path, path) }

  /// The system's name, or the path where nothing could be read, and what was supposed.
  package var title: String { (system ?? path) + suppositions }

  /// What was supposed, to stand behind the name; empty where nothing was.
  package var suppositions: String {
    supposed.isEmpty ? "" : ", what if " + supposed.joined(separator: ", ")
  }

  /// Findings that nobody has accepted.
  package var open: [JudgedFinding] { findings.filter { $0.accepted == nil } }

  /// How many findings somebody has to look at: all open ones, or those new or worse.
  package var regressions: Int { findings.count(where: \.isRegression) }

  /// Whether the findings say how they stand against an earlier review.
  package var isCompared: Bool { fixed != nil }

  /// Whether the description could not be read in full.
  package var isBroken: Bool { problems.contains { $0.weight == .error } }
}
