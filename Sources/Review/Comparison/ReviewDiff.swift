import Architecture
package import Findings
import Growth
import SourceText

/// What changed between two reviews of a system.
package struct ReviewDiff: Sendable {
  /// A component, relation or decision that is only in one of them, or says something else.
  package struct Change: Hashable, Sendable {
    /// Whether it came, went or says something else.
    package enum Kind: String, CaseIterable, Sendable { case added, removed, changed }

    /// Added, removed or changed.
    package let kind: Kind
    /// What it is, such as `queue` or `calls`.
    package let sort: String
    /// Its name.
    package let element: String
    /// Its name with its sort, where the name does not say it.
    package var title: String { element.contains(" ") ? element : "\(sort) \(element)" }
    /// What it says now and said before, such as `replicas: 3 -> 6`.
    package let details: [String]
  }

  /// A decision to live with a finding that is not what it was.
  package struct Decision: Hashable, Sendable {
    /// Whether it was made, taken back, or ended by itself.
    package enum Kind: String, CaseIterable, Sendable {
      case made = "accepted"
      case withdrawn = "no longer accepted"
      case ended = "open again"
    }

    /// Made, taken back or ended.
    package let kind: Kind
    /// The finding in the later review.
    package let finding: JudgedFinding
    /// What is, or was, decided.
    package let risk: AcceptedRisk
  }

  /// The earlier review.
  package let old: Review
  /// The later review; its findings say how they stand against the earlier one.
  package let new: Review
  /// Components and relations that changed, in the order of the later description.
  package let changes: [Change]

  /// The difference of two reviews; the system is the same even when its name changed.
  package init(old: Review, new: Review) {
    self.old = old
    var compared = new
    compared.compare(with: old)
    self.new = compared
    changes = Self.changes(old.inventory, new.inventory)
  }

  /// Open findings of the later review with a standing, in its order.
  package func findings(_ word: String) -> [JudgedFinding] {
    new.open.filter { $0.standing?.word == word }
  }

  /// Findings of the earlier review that are gone.
  package var fixed: [JudgedFinding] { earlier(new.fixed ?? []) }

  /// Findings of the earlier review that can no longer be evaluated.
  package var undecided: [JudgedFinding] { earlier(new.undecided) }

  private func earlier(_ risks: [KnownRisk]) -> [JudgedFinding] {
    let fingerprints = Set(risks.map(\.fingerprint))
    return old.open.filter { fingerprints.contains($0.fingerprint) }
  }

  /// Decisions about findings of the later review that came, went or ended, in its order.
  package var decisions: [Decision] {
    let accepted = old.findings.filter { $0.accepted != nil }
    let before = Dictionary(accepted.map { ($0.fingerprint, $0.accepted) }) { first, _ in first }
    return new.findings.compactMap { finding in
      switch (before[finding.fingerprint] ?? nil, finding.accepted) {
      case (nil, let risk?): Decision(kind: .made, finding: finding, risk: risk)
      case (let risk?, nil):
        Decision(
          kind: finding.reopened == nil ? .withdrawn : .ended, finding: finding,
          risk: finding.reopened?.risk ?? risk)
      default: nil
      }
    }
  }

  // MARK: - Components and relations

  private static func changes(_ before: [Item], _ after: [Item]) -> [Change] {
    let known = Dictionary(before.map { ($0.name, $0) }) { first, _ in first }
    let present = Set(after.map(\.name))
    let kept = after.compactMap { item -> Change? in
      guard let earlier = known[item.name] else {
        return Change(kind: .added, sort: item.sort, element: item.name, details: [])
      }
      let details = item.differences(from: earlier)
      guard !details.isEmpty else { return nil }
      return Change(kind: .changed, sort: item.sort, element: item.name, details: details)
    }
    return kept
      + before.filter { !present.contains($0.name) }.map {
        Change(kind: .removed, sort: $0.sort, element: $0.name, details: [])
      }
  }
}

/// A component or relation with what is declared about it.
private struct Item {
  let sort: String
  let name: String
  let values: [(property: String, words: String)]

  func differences(from other: Item) -> [String] {
    let before = Dictionary(other.values.map { ($0.property, $0.words) }) { first, _ in first }
    let present = Set(values.map(\.property))
    var details = sort == other.sort ? [] : ["\(other.sort) -> \(sort)"]
    for (property, words) in values where before[property] != words {
      details.append("\(property): \(before[property] ?? "-") -> \(words)")
    }
    for (property, words) in other.values where !present.contains(property) {
      details.append("\(property): \(words) -> -")
    }
    return details
  }
}

extension Review {
  /// What there is, decisions last.
  fileprivate var inventory: [Item] {
    (architecture?.inventory ?? [])
      + decisions.map(\.decision).map { decision in
        let values = [
          ("because", decision.because),
          ("until", decision.tripwires.map { "\($0.words) \($0.bound)" }.joined(separator: ", ")),
          ("owner", decision.owner ?? ""), ("review", decision.review?.text ?? ""),
        ]
        return Item(
          sort: "decision", name: "decision " + decision.name,
          values: values.filter { !$0.1.isEmpty })
      }
  }
}

extension Architecture {
  fileprivate var inventory: [Item] {
    let ofComponents = components.indices.map { index in
      Item(
        sort: components[index].kind.rawValue, name: name(of: .component(index)),
        values: Self.declared(components[index].facts))
    }
    let ofOperations = operations.indices.map { index in
      Item(
        sort: "operation", name: name(of: .operation(index)),
        values: Self.declared(operations[index].facts))
    }
    let ofRelations = relations.indices.map { index in
      Item(
        sort: relations[index].kind.rawValue, name: name(of: .relation(index)),
        values: Self.declared(relations[index].facts))
    }
    let ofJourneys = journeys.indices.map { index in
      Item(
        sort: "journey", name: name(of: .journey(index)),
        values: Self.declared(journeys[index].facts))
    }
    return ofComponents + ofOperations + ofRelations + ofJourneys
  }

  private static func declared(_ facts: FactList) -> [(property: String, words: String)] {
    facts.entries.filter { $0.fact.origin == .declared }.map { entry in
      let type = entry.property.definition.type
      return (entry.property.name, entry.fact.value.measure(type).words)
    }.sorted { $0.0 < $1.0 }
  }
}
