import Architecture
package import Findings
import Rules
package import SourceText
import YAML

/// The risks that were known at one time, so that only what is new or worse since then counts.
package struct Baseline: Sendable {
  /// The risks, sorted by system, description, rule and element.
  package let risks: [KnownRisk]
  private let bySystem: [String: [KnownRisk]]
  /// The descriptions that are still there, so that their risks are no other description's.
  private var present: Set<String> = []

  /// What some reviews know: their open findings, or the accepted ones too.
  package init(_ reviews: [Review], withAccepted: Bool = false) {
    self.init(risks: reviews.flatMap { $0.known(withAccepted: withAccepted) })
  }

  init(risks: [KnownRisk]) {
    self.risks = risks.sorted {
      ($0.system, $0.path ?? "", $0.rule, $0.element, $0.fingerprint)
        < ($1.system, $1.path ?? "", $1.rule, $1.element, $1.fingerprint)
    }
    bySystem = Dictionary(grouping: self.risks, by: \.system)
  }

  /// Remembers which of its descriptions are still where they were.
  ///
  /// Two descriptions may be of one system; one that was moved takes its risks with it.
  package mutating func look(forDescriptions isThere: (_ path: String) -> Bool) {
    present = Set(Set(risks.compactMap(\.path)).filter(isThere))
  }

  /// The risks of a system in a description.
  func risks(of system: String, in home: String) -> [KnownRisk] {
    (bySystem[system] ?? []).filter { risk in
      risk.path.map { $0 == home || !present.contains($0) } ?? true
    }
  }

  // MARK: - The file

  private enum Key: String, MappingKey {
    case version = "tenfold_baseline"
    case findings

    var documentation: String {
      switch self {
      case .version: "The version of the file: 1."
      case .findings: "What was known."
      }
    }
  }

  private enum RiskKey: String, MappingKey {
    case system, path, rule, element, fingerprint, severity, excess, headroom
    case peak = "peak_per_s"

    var documentation: String {
      switch self {
      case .system: "The system."
      case .path: "The description, from the repository's root."
      case .rule: "The rule."
      case .element: "The element."
      case .fingerprint: "The identity of the finding."
      case .severity: "How bad it was."
      case .excess: "How many times as large as allowed it was."
      case .headroom: "The headroom of the element then."
      case .peak: "Uses of the element per second at its peak."
      }
    }
  }

  private static let keys = MappingSchema(Key.self)
  private static let riskKeys = MappingSchema(RiskKey.self)

  /// The baseline as a file: JSON, a member per risk, in an order that merges well.
  package var text: String {
    JSONValue.members([
      "tenfold_baseline": .integer(1),
      "findings": .array(
        risks.map { risk in
          .members([
            "system": .string(risk.system), "path": risk.path.map(JSONValue.string),
            "rule": .string(risk.rule),
            "element": .string(risk.element), "fingerprint": .string(risk.fingerprint),
            "severity": risk.level.severity.map { .string($0.word) },
            "excess": risk.level.excess.map(JSONValue.number),
            "headroom": risk.level.headroom.map(JSONValue.number),
            "peak_per_s": risk.level.peak.map(JSONValue.number),
          ])
        }),
    ]).text
  }

  /// Reads the file; what is wrong with it is among the problems.
  package static func read(_ text: SourceText) -> (baseline: Baseline, problems: [Problem]) {
    let yaml = YAMLReader()
    var risks: [KnownRisk] = []
    let root = yaml.add(text, having: keys.names, as: "a baseline")
    if root.map(yaml.isNull) ?? yaml.isFlawless {
      yaml.complainOfBaseline(SourceSpan(source: 0, 0..<0))
    }
    if let root {
      for (entry, key) in yaml.known(root, keys, in: "a baseline") {
        switch key.meaning {
        case .findings: risks = yaml.items(entry.value).compactMap { risk($0, yaml) }
        case .version where yaml.text(entry.value) != "1":
          yaml.complainOfBaseline(yaml.span(entry.value))
        case .version: break
        }
      }
    }
    return (Baseline(risks: risks), yaml.problems)
  }

  private static func risk(_ node: NodeReference, _ yaml: YAMLReader) -> KnownRisk? {
    var texts: [RiskKey: String] = [:]
    for (entry, key) in yaml.known(node, riskKeys, in: "a known finding") {
      texts[key.meaning] = yaml.text(entry.value)
    }
    guard let system = texts[.system], let rule = texts[.rule], let element = texts[.element],
      let fingerprint = texts[.fingerprint]
    else {
      yaml.complainOfBaseline(yaml.span(node))
      return nil
    }
    return KnownRisk(
      system: system, path: texts[.path], rule: rule, element: element,
      fingerprint: fingerprint,
      level: RiskLevel(
        severity: texts[.severity].flatMap { Severity(word: $0) },
        excess: texts[.excess].flatMap { Double($0) },
        headroom: texts[.headroom].flatMap { Double($0) },
        peak: texts[.peak].flatMap { Double($0) }))
  }
}

extension YAMLReader {
  fileprivate func complainOfBaseline(_ span: SourceSpan) {
    complain(
      "wrong-baseline", "this is no baseline that Tenfold wrote",
      "remove the file and write it anew with --update-baseline", at: span)
  }
}

extension Review {
  /// What tells the system from others in a baseline: its name, or where the description is when
  /// it has none.
  package var identity: String {
    guard let system, system != Architecture.unnamed else { return home }
    return system
  }

  /// Tells each finding which system it is of.
  mutating func tellScope() {
    for index in findings.indices { findings[index].scope = identity }
  }

  /// Tells its findings from those of another description of a system of the same name.
  package mutating func tellApart() {
    for index in findings.indices { findings[index].scope = identity + "\u{1F}" + home }
  }

  /// Findings as a later review will remember them.
  func known(withAccepted: Bool) -> [KnownRisk] {
    (withAccepted ? findings : open).map {
      KnownRisk(
        system: identity, path: home, rule: $0.rule, element: $0.element,
        fingerprint: $0.fingerprint, level: $0.level, isAccepted: $0.accepted != nil)
    }
  }

  /// Says of each finding how it stands against an earlier review, and remembers what that carried.
  package mutating func compare(with earlier: Review) {
    compare(with: Baseline([earlier], withAccepted: true), calling: earlier.identity)
    earlierHeadroom = earlier.headroom
  }

  /// Says of each finding how it stands against a baseline, and what became of its other risks.
  package mutating func compare(with baseline: Baseline, calling system: String? = nil) {
    let own = system ?? identity
    let risks = baseline.risks(of: own, in: home)
    let known = Dictionary(risks.map { ($0.fingerprint, $0) }) { first, _ in first }
    for index in findings.indices {
      findings[index].standing =
        known[findings[index].fingerprint]?.standing(of: findings[index]) ?? .new
    }
    let found = Set(findings.map(\.fingerprint))
    let others = risks.filter { !found.contains($0.fingerprint) }
    let waiting = waitingFingerprints(of: others)
    undecided = others.filter { waiting.contains($0.fingerprint) }
    fixed = others.filter { !waiting.contains($0.fingerprint) }
  }

  /// What would be found by the rules of some risks if their questions were answered.
  ///
  /// Who says less than before is asked, and has repaired nothing.
  func waitingFingerprints(of risks: [KnownRisk]) -> Set<String> {
    guard let architecture else { return [] }
    let checks = Set(risks.map(\.rule)).flatMap { waiting[$0] ?? [] }
    return Set(checks.map { $0.check.fingerprint(in: architecture) })
  }
}
