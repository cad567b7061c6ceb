import Architecture
import Findings
import SourceText

extension Reading {
  /// Reads the mapping of scenarios.
  mutating func readScenarios(_ node: NodeReference, into draft: inout Draft) {
    for entry in named(node, "scenarios") where isNew(entry, "scenario", in: &draft.scenarioSpans) {
      draft.scenarios.append(scenario(entry))
    }
  }

  private mutating func scenario(_ entry: Entry) -> ScenarioDraft {
    var scenario = ScenarioDraft(name: entry.name, span: span(entry.key))
    for (field, key) in known(entry.value, .scenario, in: "scenario `\(entry.name)`") {
      switch key.meaning {
      case .structure(.settings): scenario.settings = settings(field.value)
      case .structure(.losses): scenario.losses = names(field.value, key: "lose")
      case .structure(.value(let type)):
        scenario.isCacheCold = value(field.value, type, key: key.name) == .flag(true)
      default: break
      }
    }
    return scenario
  }

  private mutating func settings(_ node: NodeReference) -> [Entry] {
    guard kind(node) == .mapping else {
      complain(
        "not-a-mapping", "`set` is a mapping from properties to values, and this is not one",
        "write `set: { components.api.replicas: 4..40 }`", at: node)
      return []
    }
    return entries(node)
  }

  private mutating func names(
    _ node: NodeReference, key: String
  ) -> [(name: String, span: SourceSpan)] {
    guard value(node, .list, key: key) != nil else { return [] }
    let nodes = kind(node) == .sequence ? items(node) : [node]
    return nodes.map { (text($0), span($0)) }
  }

  // MARK: - Overlays

  /// Resolves all scenarios of a draft against what it describes, whether anybody asks for them or
  /// not.
  mutating func resolveScenarios(_ draft: Draft, _ architecture: Architecture) {
    for written in draft.scenarios {
      var scenario = Scenario(name: written.name, span: written.span)
      var changed = architecture
      for entry in written.settings {
        let path = entry.name.split(separator: ".", omittingEmptySubsequences: false)
        guard
          let setting = setting(
            path.map(String.init), entry.value, in: architecture, at: span(entry.key))
        else { continue }
        changed.set(setting.property, setting.fact, of: setting.element)
        scenario.settings.append(setting)
        let value = setting.fact.value.measure(setting.property.definition.type)
        scenario.words.append("\(entry.name)=\(value.words)")
      }
      check(scenario.settings, in: changed, draft)
      scenario.losses = written.losses.compactMap { loss($0.name, in: changed, at: $0.span) }
      scenario.isCacheCold = written.isCacheCold
      scenario.words += WhatIf.words(written.losses.map(\.name), written.isCacheCold)
      scenarios.append(scenario)
    }
  }
}
