import Findings
import Growth
package import Rules

/// What a run must satisfy for exit status 0: the limits of some gates.
package struct Gates: Sendable {
  private struct Limit: Sendable {
    let value: Double
    /// The file that says so; nil for the command line.
    let file: String?
  }

  /// The file that says so; nil for the command line.
  package let file: String?
  /// By the name of the gate.
  private var limits: [String: Limit] = [:]

  /// The gates of a command line, or of a file, that says nothing.
  package init(file: String? = nil) { self.file = file }

  /// The limit of a gate, nil where nothing is said of it: a number in the unit of its type, and of
  /// a word its place among those that the type has.
  package subscript(gate: Gate) -> Double? {
    get { limits[gate.name]?.value }
    set { limits[gate.name] = newValue.map { Limit(value: $0, file: file) } }
  }

  /// These gates, with those of a project where nothing is said here.
  package func over(_ project: Gates) -> Gates {
    var gates = self
    gates.limits.merge(project.limits) { own, _ in own }
    return gates
  }

  /// These gates, with nothing said of some.
  package func without(where isLeftOut: (Gate) -> Bool) -> Gates {
    var gates = self
    for gate in Gate.all where isLeftOut(gate) { gates[gate] = nil }
    return gates
  }

  /// One of these gates alone.
  package func only(_ gate: Gate) -> Gates { without { $0.name != gate.name } }

  // MARK: - Judging

  /// Says of each finding of a review whether it counts, and which gates the review does not pass,
  /// each in a sentence that names it.
  ///
  /// Against a baseline, only what is new or worse counts; a rule that `fail: always` or `never`
  /// is set for counts accordingly.
  package func judge(_ review: inout Review, _ rules: [String: RuleSettings] = [:]) -> [String] {
    for index in review.findings.indices {
      review.findings[index].isGating = counts(review.findings[index], rules)
    }
    review.gates = Gate.all.compactMap { gate in
      switch gate.judge {
      case .finding: nil
      case .headroom: outcome(ofHeadroom: review.headroom, gate)
      case .review(let judge), .change(let judge): outcome(gate) { judge($0, review) }
      case .survival(let judge):
        outcome(
          gate,
          passing: { _ in
            review.headroom.flatMap { $0.assumes.words() }.map { "all is served, assuming \($0)" }
          }
        ) { judge($0, self[.surviveAt] ?? Gate.surviveAt.usual ?? 1, review) }
      case .expectations(let judge):
        review.expectations.isEmpty
          ? nil : outcome(gate, passing: { _ in review.metExpectations }) { judge($0, review) }
      case .setting: nil
      case .newInRun(let judge): outcome(gate) { judge($0, review.regressions) }
      }
    }
    return findingFailures(review, rules)
      + review.gates.filter { !$0.isPassed }.map { "\($0.name): \($0.words ?? "")" }
  }

  /// What the gates say of the headroom of a system, nil when nobody knows it.
  package func outcomes(ofHeadroom headroom: HeadroomStatement?) -> [GateOutcome] {
    Gate.all.compactMap { outcome(ofHeadroom: headroom, $0) }
  }

  /// A pass says which multiplicities it rests on.
  private func outcome(ofHeadroom headroom: HeadroomStatement?, _ gate: Gate) -> GateOutcome? {
    guard case .headroom(let judge) = gate.judge else { return nil }
    return outcome(
      gate,
      passing: { limit in
        headroom.flatMap { headroom in
          headroom.assumes.words().map {
            "headroom \(headroom.words)x >= \(gate.text(of: limit)), assuming \($0)"
          }
        }
      }
    ) { judge($0, headroom) }
  }

  /// What a gate says of so many findings that are new or worse in a run.
  package func failures(ofNew count: Int, _ gate: Gate) -> [String] {
    guard case .newInRun(let judge) = gate.judge else { return [] }
    return sentence(gate) { judge($0, count) }
  }

  private func counts(_ finding: JudgedFinding, _ rules: [String: RuleSettings]) -> Bool {
    guard finding.isRegression else { return false }
    if let fails = finding.fails ?? rules[finding.rule]?.fails { return fails }
    return Gate.all.contains { gate in
      guard case .finding(let fails) = gate.judge else { return false }
      return (self[gate] ?? gate.usual).map { fails($0, finding) } ?? false
    }
  }

  /// How many checks of a review wait for an answer that could fail the run.
  package func undecided(_ review: Review, _ rules: [String: RuleSettings] = [:]) -> Int {
    let gates = Gate.all.filter { if case .finding = $0.judge { true } else { false } }
    let least = gates.compactMap { self[$0] ?? $0.usual }.min() ?? .infinity
    return review.waiting.reduce(0) { count, entry in
      let fails = rules[entry.key]?.fails
      let open = entry.value.filter { fails ?? (Gate.severity($0.severity) >= least) }
      // Those that are not drawn up yet count as one, as among the checks of the review.
      return count + open.count(where: \.isDrawnUp) + (open.allSatisfy(\.isDrawnUp) ? 0 : 1)
    }
  }

  private func findingFailures(_ review: Review, _ rules: [String: RuleSettings]) -> [String] {
    let gating = Dictionary(grouping: review.findings.filter(\.isGating)) { finding in
      rules[finding.rule]?.fails == true ? finding.rule : ""
    }
    let what = review.isCompared ? "new or worse finding" : "finding"
    return gating.sorted { $0.key < $1.key }.flatMap { rule, findings in
      let count = "\(findings.count) \(what)\(findings.count == 1 ? "" : "s")"
      return rule.isEmpty
        ? sentence(.failOn) { _ in count } : ["`fail: always` of the rule \(rule): \(count)"]
    }
  }

  /// The sentence of a gate with a limit, where there is something wrong.
  private func sentence(_ gate: Gate, _ judge: (Double) -> String?) -> [String] {
    outcome(gate, judge).flatMap { outcome in
      outcome.isPassed ? nil : outcome.words.map { ["\(outcome.name): \($0)"] }
    } ?? []
  }

  /// What a gate with a limit says; nil where it has none.
  private func outcome(
    _ gate: Gate, passing: (Double) -> String? = { _ in nil }, _ judge: (Double) -> String?
  ) -> GateOutcome? {
    guard let limit = self[gate] ?? gate.usual else { return nil }
    let value = gate.text(of: limit)
    let name =
      limits[gate.name]?.file.map { "\(gate.name) \(value) (\($0))" } ?? "--\(gate.name) \(value)"
    let failure = judge(limit)
    return GateOutcome(
      name: name, isPassed: failure == nil, words: failure ?? passing(limit))
  }
}
