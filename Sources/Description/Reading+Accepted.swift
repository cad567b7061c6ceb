import Architecture
package import Findings
package import SourceText

extension Reading {
  /// The accepted risks of a project's own file: `accepted:` with a list below it.
  ///
  /// What is wrong with the file is among the problems.
  package mutating func acceptedRisks(in text: SourceText) -> [AcceptedRisk] {
    let keys = Keys(plain: ["accepted": "Findings somebody decided to live with, and why."])
    let what = "a file of accepted risks"
    guard let root = addText(text, with: keys, as: what), !isNull(root) else { return [] }
    return entries(root, keys, in: what).flatMap {
      readAccepted($0.value).map(\.risk)
    }
  }

  /// Reads a list of accepted risks, each with where it stands; one without a reason is refused.
  package mutating func readAccepted(
    _ node: NodeReference
  ) -> [(risk: AcceptedRisk, node: NodeReference)] {
    guard !isNull(node) else { return [] }
    guard kind(node) == .sequence else {
      complain(
        "wrong-value", "`accepted` is a list",
        "write `- { rule: theme/smell, element: name, reason: ... }` lines below it", at: node)
      return []
    }
    return items(node).compactMap { item in readAcceptance(item).map { ($0, item) } }
  }

  private mutating func readAcceptance(_ item: NodeReference) -> AcceptedRisk? {
    var risk = AcceptedRisk(place: sources.place(of: span(item)))
    for (field, key) in known(item, .accepted, in: "an accepted risk") {
      guard case .structure(.value(let type)) = key.meaning,
        let value = value(field.value, type, key: key.name)
      else { continue }
      risk.set(key.name, value)
    }
    if !risk.rule.isEmpty, risk.element != nil, risk.reason.contains(where: { !$0.isWhitespace }) {
      return risk
    }
    complain(
      "incomplete-acceptance", "an accepted risk names its rule, element and reason",
      "write `{ rule: theme/smell, element: name, reason: why it is acceptable }`", at: item)
    return nil
  }
}

extension AcceptedRisk {
  mutating func set(_ key: String, _ value: Value) {
    switch (key, value) {
    case ("rule", .text(let text)): rule = text
    case ("element", .text(let text)): element = text
    case ("reason", .text(let text)): reason = text
    case ("system", .text(let text)): system = text
    case ("owner", .text(let text)): owner = text
    case ("until", .text(let text)): until = Day(text)
    case ("ticket", .text(let text)): ticket = text
    case ("severity", .text(let text)): level.severity = Severity(word: text)
    case ("headroom", .number(let number)): level.headroom = number
    case ("peak", .number(let number)): level.peak = number
    default: break
    }
  }
}
