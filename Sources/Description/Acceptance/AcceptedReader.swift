import Architecture
package import Findings
package import SourceText
import YAML

/// Reads accepted risks: those of a description, and those of a project's own file.
package struct AcceptedReader {
  let yaml: YAMLReader

  private enum Key: String, MappingKey {
    case accepted

    var documentation: String { "Accepted risks, and why." }
  }

  /// The accepted risks of a project's own file, `accepted:` with a list below it, and what is
  /// wrong with the file.
  package static func risks(in text: SourceText) -> (risks: [AcceptedRisk], problems: [Problem]) {
    let keys = MappingSchema(Key.self)
    let what = "a file of accepted risks"
    let yaml = YAMLReader()
    let reader = AcceptedReader(yaml: yaml)
    guard let root = yaml.add(text, having: keys.names, as: what), !yaml.isNull(root) else {
      return ([], yaml.problems)
    }
    let risks = yaml.known(root, keys, in: what).flatMap {
      reader.read($0.entry.value).map(\.risk)
    }
    return (risks, yaml.problems)
  }

  /// Reads a list of accepted risks, each with where it stands; one without a reason is refused.
  func read(_ node: NodeReference) -> [(risk: AcceptedRisk, node: NodeReference)] {
    guard !yaml.isNull(node) else { return [] }
    guard yaml.kind(node) == .sequence else {
      yaml.complain(
        "wrong-value", "`accepted` must be a list",
        "write `- { rule: theme/smell, element: name, reason: ... }` lines below it", at: node)
      return []
    }
    return yaml.items(node).compactMap { item in acceptance(item).map { ($0, item) } }
  }

  private func acceptance(_ item: NodeReference) -> AcceptedRisk? {
    var risk = AcceptedRisk(place: yaml.place(item))
    for (field, key) in yaml.known(item, DescriptionKeys.accepted, in: "an accepted risk") {
      guard case .structure(.value(let type)) = key.meaning,
        let value = yaml.value(field.value, type, key: key.name)
      else { continue }
      risk.set(key.name, value)
    }
    if !risk.rule.isEmpty, risk.element != nil, risk.reason.contains(where: { !$0.isWhitespace }) {
      return risk
    }
    yaml.complain(
      "incomplete-acceptance", "an accepted risk must name its rule, element and reason",
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
    case ("status", .text(let text)): status = RiskStatus(rawValue: text) ?? status
    case ("owner", .text(let text)): owner = text
    case ("until", .text(let text)): until = Day(text)
    case ("ticket", .text(let text)): ticket = text
    case ("severity", .text(let text)): level.severity = Severity(word: text)
    case ("excess", .number(let number)): level.excess = number
    case ("headroom", .number(let number)): level.headroom = number
    case ("peak", .number(let number)): level.peak = number
    default: break
    }
  }
}
