import Findings

/// How many findings there are of each severity.
struct SeverityCounts: Sendable {
  private var counts = Array(repeating: 0, count: Severity.allCases.count)

  init(_ findings: [JudgedFinding]) { add(findings) }

  mutating func add(_ findings: [JudgedFinding]) {
    for finding in findings { add(finding) }
  }

  mutating func add(_ finding: JudgedFinding) { counts[finding.severity.rawValue] += 1 }

  mutating func add(_ other: SeverityCounts) {
    for index in counts.indices { counts[index] += other.counts[index] }
  }

  subscript(severity: Severity) -> Int { counts[severity.rawValue] }

  var total: Int { counts.reduce(0, +) }

  /// `2 critical`, `1 high`: what there is, the gravest first.
  var words: [String] {
    Severity.allCases.reversed().filter { self[$0] > 0 }.map { "\(self[$0]) \($0.word)" }
  }
}
