import Architecture
import Findings
import SourceText

extension Reading {
  /// Reads the mapping of journeys.
  mutating func readJourneys(_ node: NodeReference, into draft: inout Draft) {
    for entry in named(node, "journeys") where isNew(entry, "journey", in: &draft.journeySpans) {
      draft.journeys.append(journey(entry))
    }
  }

  private mutating func journey(_ entry: Entry) -> JourneyDraft {
    var journey = JourneyDraft(name: entry.name, span: span(entry.key))
    for (field, key) in known(entry.value, .journey, in: "journey `\(entry.name)`") {
      if readProperty(key, field, on: .journey, into: &journey.facts) { continue }
      switch key.meaning {
      case .structure(.client):
        guard case .text(let name)? = value(field.value, .reference, key: "from") else { break }
        journey.client = (name, span(field.value))
      case .structure(.calls):
        journey.calls = relations(field.value, .calls)
      default: break
      }
    }
    if journey.calls.isEmpty {
      complain(
        "journey-without-calls", "journey `\(entry.name)` calls nothing",
        "write `calls: component.operation`, so that its demand enters the system",
        at: entry.key, weight: .warning)
    }
    return journey
  }

  /// Reads the list of accepted risks; one without a reason is refused.
  mutating func readAccepted(_ node: NodeReference, into draft: inout Draft) {
    guard kind(node) == .sequence else {
      complain(
        "wrong-value", "`accepted` is a list",
        "write `- { rule: theme/smell, element: name, reason: ... }` lines below it", at: node)
      return
    }
    for item in items(node) {
      var texts: [String: String] = [:]
      for (field, key) in known(item, .accepted, in: "an accepted risk") {
        guard case .text(let text)? = value(field.value, .text, key: key.name) else { continue }
        texts[key.name] = text
      }
      guard let rule = texts["rule"], let element = texts["element"],
        let reason = texts["reason"], reason.contains(where: { !$0.isWhitespace })
      else {
        complain(
          "incomplete-acceptance", "an accepted risk names its rule, element and reason",
          "write `{ rule: theme/smell, element: name, reason: why it is acceptable }`", at: item)
        continue
      }
      draft.accepted.append(
        AcceptedRisk(
          rule: rule, element: element, reason: reason, owner: texts["owner"],
          until: texts["until"], place: sources.place(of: span(item))))
    }
  }
}
