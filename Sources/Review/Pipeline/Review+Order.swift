import Findings
import Growth
import Rules
import SourceText

extension Review {
  /// Marks findings that another one explains: its rule lists theirs, it is at the same element, at
  /// the component of the operation, at an end of the arrow or at the system, and it matters as
  /// much.
  mutating func explain(by rules: RuleSet) {
    let byRule = Dictionary(grouping: findings.indices) { findings[$0].rule }
    let found = byRule.keys.sorted().compactMap { rules[$0] }
    for rule in found where !rule.explains.isEmpty {
      let causes = (byRule[rule.id] ?? []).map { findings[$0] }.filter { $0.accepted == nil }
      guard !causes.isEmpty else { continue }
      let graver = { causes[$0].severity < causes[$1].severity ? $1 : $0 }
      let first = Dictionary(zip(causes.map(\.element), causes.indices), uniquingKeysWith: graver)
      let near = Dictionary(
        causes.indices.flatMap { cause in
          Self.ends(of: causes[cause].element).map { ($0, cause) }
        }, uniquingKeysWith: graver)
      for index in rule.explains.flatMap({ byRule[$0] ?? [] }) {
        let finding = findings[index]
        let places = [system, finding.element, Self.home(of: finding.element)]
        let ends = Self.ends(of: finding.element)
        let found = (places.compactMap(\.self) + ends).map { first[$0] } + [near[finding.element]]
        let cause = found.compactMap(\.self)
          .filter { causes[$0].severity >= finding.severity }.min()
        if let cause { findings[index].explainedBy = causes[cause].fingerprint }
      }
    }
    followCauses()
  }

  /// The name of an operation's component; nil for all other elements.
  private static func home(of element: String) -> String? {
    let parts = element.split(separator: ".", maxSplits: 1)
    return parts.count == 2 && !element.contains(" ") ? String(parts[0]) : nil
  }

  /// The names of the components at the ends of an arrow; none for all other elements.
  private static func ends(of element: String) -> [String] {
    let words = element.split(separator: " ").filter { !$0.hasPrefix("#") }
    guard words.count >= 3 else { return [] }
    let ends = words.count == 3 ? [words[0], words[2]] : [words[3]]
    return ends.map { String($0.prefix { $0 != "." }) }
  }

  /// Lets the first cause explain what its effects explain; findings that explain each other in a
  /// circle stand for themselves.
  private mutating func followCauses() {
    var causes: [String: String] = [:]
    for finding in findings where finding.explainedBy != nil {
      causes[finding.fingerprint] = finding.explainedBy
    }
    for index in findings.indices {
      guard var cause = findings[index].explainedBy else { continue }
      var seen = [findings[index].fingerprint, cause]
      while let next = causes[cause], !seen.contains(next) {
        seen.append(next)
        cause = next
      }
      let isInCircle = causes[cause] != nil
      findings[index].explainedBy = isInCircle ? nil : cause
    }
  }

  /// The one order of findings: open before accepted, causes first with what they explain behind
  /// them, then by severity; of one severity what stops journeys before other harm, and that before
  /// good order; then what breaks first, by its date and then by what it carries; then by file,
  /// line, column, rule and identity.
  func ordered(_ findings: [JudgedFinding]) -> [JudgedFinding] {
    let known = Set(findings.map(\.fingerprint))
    let isRoot = { (finding: JudgedFinding) in
      finding.explainedBy.map { !known.contains($0) } ?? true
    }
    let roots = byWeight(findings.filter(isRoot))
    var children: [String: [JudgedFinding]] = [:]
    for finding in findings where !isRoot(finding) {
      children[finding.explainedBy ?? "", default: []].append(finding)
    }
    var ordered: [JudgedFinding] = []
    ordered.reserveCapacity(findings.count)
    for root in roots {
      ordered.append(root)
      ordered += byWeight(children[root.fingerprint] ?? [])
    }
    return ordered
  }

  /// Findings by how much they weigh, each of which is weighed once.
  private func byWeight(_ findings: [JudgedFinding]) -> [JudgedFinding] {
    // The smallest in front.
    let weights = findings.map { finding in
      let end = breaking(finding)
      return (
        finding.accepted == nil ? 0 : 1, -finding.severity.rawValue, Self.harm(finding),
        end.months, end.headroom
      )
    }
    return findings.indices.sorted { left, right in
      if weights[left] != weights[right] { return weights[left] < weights[right] }
      return Self.stands(findings[left], before: findings[right])
    }.map { findings[$0] }
  }

  private static func stands(_ left: JudgedFinding, before right: JudgedFinding) -> Bool {
    let (a, b) = (left.place.order, right.place.order)
    if a != b { return a < b }
    return (left.rule, left.fingerprint) < (right.rule, right.fingerprint)
  }

  /// What a finding's theme is about: 0 that journeys stop, 1 other harm, 2 good order.
  ///
  /// Themes of own pages are other harm.
  private static func harm(_ finding: JudgedFinding) -> Int {
    switch finding.theme {
    case "availability", "caching", "capacity", "chains", "queues", "reads", "resilience",
      "sharding":
      0
    case "model": finding.severity == .critical ? 0 : 2
    case "stage": 2
    default: 1
    }
  }

  /// When what a finding is about saturates: months, and times today's peak; infinite where growth
  /// does not lead there and ten times does not either, or nobody knows.
  private func breaking(_ finding: JudgedFinding) -> (months: Double, headroom: Double) {
    let headroom = finding.level.headroom ?? .infinity
    // A relation saturates with the first of its ends.
    let element = finding.element
    let ends = [Self.home(of: element) ?? element] + Self.ends(of: element)
    let due = headroom <= 1 ? 0 : ends.compactMap { months[$0] }.min() ?? .infinity
    return (due, due.isFinite || headroom < Remedies.usualTarget ? headroom : .infinity)
  }
}
