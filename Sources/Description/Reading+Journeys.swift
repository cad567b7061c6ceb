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
    var hasCalls = false
    for (field, key) in known(entry.value, .journey, in: "journey `\(entry.name)`") {
      if readProperty(key, field, on: .journey, into: &journey.facts) { continue }
      switch key.meaning {
      case .structure(.client):
        guard case .text(let name)? = value(field.value, .reference, key: "from") else { break }
        journey.client = (name, span(field.value))
      case .structure(.calls):
        hasCalls = true
        journey.calls = relations(field.value, .calls)
      default: break
      }
    }
    if !hasCalls, !isCutOff(entry.value) {
      complain(
        "journey-without-calls", "journey `\(entry.name)` calls nothing",
        "write `calls: component.operation`, so that its demand enters the system",
        at: entry.key, weight: .warning)
    }
    return journey
  }
}
