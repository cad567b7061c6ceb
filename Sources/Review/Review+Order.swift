import Findings
import Rules
import SourceText

extension Review {
  /// Marks findings that another one explains: same rule list, and a shared element or the system.
  mutating func explain(by rules: RuleSet) {
    for rule in rules.rules where !rule.explains.isEmpty {
      let causes = findings.filter { $0.rule == rule.id && $0.accepted == nil }
      guard !causes.isEmpty else { continue }
      let first = Dictionary(zip(causes.map(\.element), causes.indices)) { first, _ in first }
      let ofSystem = system.flatMap { first[$0] }
      let explained = Set(rule.explains)
      for index in findings.indices where explained.contains(findings[index].rule) {
        let cause = [ofSystem, first[findings[index].element]].compactMap(\.self).min()
        if let cause { findings[index].explainedBy = causes[cause].fingerprint }
      }
    }
  }

  /// The one order of findings: open before accepted, causes first with what they explain behind
  /// them, then by severity, file, line, column, rule and identity.
  func ordered(_ findings: [Finding]) -> [Finding] {
    let known = Set(findings.map(\.fingerprint))
    let isRoot = { (finding: Finding) in finding.explainedBy.map { !known.contains($0) } ?? true }
    let roots = findings.filter(isRoot).sorted(by: Self.precedes)
    var children: [String: [Finding]] = [:]
    for finding in findings where !isRoot(finding) {
      children[finding.explainedBy ?? "", default: []].append(finding)
    }
    return roots.flatMap { root in
      [root] + (children[root.fingerprint] ?? []).sorted(by: Self.precedes)
    }
  }

  private static func precedes(_ left: Finding, _ right: Finding) -> Bool {
    if (left.accepted == nil) != (right.accepted == nil) { return left.accepted == nil }
    if left.severity != right.severity { return left.severity > right.severity }
    let (a, b) = (left.place, right.place)
    return (a.path, a.start.line, a.start.column, left.rule, left.fingerprint)
      < (b.path, b.start.line, b.start.column, right.rule, right.fingerprint)
  }
}
