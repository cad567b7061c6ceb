import Architecture
import Findings
import SourceText
import YAML

/// Resolves what a system is to be looked at with: scenarios of the description, and what the
/// user asks for besides.
struct WhatIfReader {
  private let yaml: YAMLReader
  private let properties: PropertyReader
  private let draft: Draft
  /// What the description says, silence not completed.
  private let described: Architecture
  private let catalogue: Catalogue

  init(
    _ properties: PropertyReader, _ draft: Draft, _ described: Architecture, _ catalogue: Catalogue
  ) {
    yaml = properties.yaml
    self.properties = properties
    self.draft = draft
    self.described = described
    self.catalogue = catalogue
  }

  // MARK: - Scenarios

  /// A scenario with its names resolved, whether anybody asks for it or not.
  func scenario(_ written: ScenarioDraft) -> Scenario {
    var scenario = Scenario(name: written.name, span: written.span)
    var changed = described
    for entry in written.settings {
      let path = entry.name.split(separator: ".", omittingEmptySubsequences: false)
      guard
        let setting = setting(
          path.map(String.init), entry.value, in: described, at: yaml.span(entry.key))
      else { continue }
      changed.set(setting.property, setting.fact, of: setting.element)
      scenario.settings.append(setting)
      let value = setting.fact.value.measure(setting.property.definition.type)
      scenario.words.append("\(entry.name)=\(value.words)")
    }
    check(scenario.settings, in: changed)
    scenario.losses = written.losses.compactMap { loss($0.name, in: changed, at: $0.span) }
    scenario.isCacheCold = written.isCacheCold
    scenario.expected = written.expected
    checkExpected(written.expected, in: changed)
    scenario.words += WhatIf.words(written.losses.map(\.name), written.isCacheCold)
    return scenario
  }

  /// Says which losses are expected to be survived that nothing in the description can have.
  func checkExpectations() {
    checkExpected(described.facts, in: described)
    for journey in described.journeys { checkExpected(journey.facts, in: described) }
  }

  private func checkExpected(_ facts: FactList, in architecture: Architecture) {
    guard let fact = facts[.expectSurvives], let span = fact.span else { return }
    for name in facts.list(.expectSurvives) where LossKind(rawValue: name) == nil {
      _ = loss(name, in: architecture, at: span)
    }
  }

  // MARK: - What the user asks for

  /// Today's architecture and the one with what-ifs, silence completed in both.
  func apply(_ whatIf: WhatIf, to result: inout ReadResult) {
    let scenarios = result.scenarios
    if !scenarios.isEmpty {
      result.overlays = Scenarios(all: scenarios, described: described, catalogue: catalogue)
    }
    guard !whatIf.isEmpty else {
      result.architecture = described.completed(with: catalogue)
      return
    }
    var changed = described
    changed.isSupposed = true
    let asked = whatIf.scenarios.compactMap { scenario(named: $0, among: scenarios) }
    let settings =
      asked.flatMap(\.settings) + whatIf.changes.compactMap { setting($0, in: changed) }
    for setting in settings { changed.set(setting.property, setting.fact, of: setting.element) }
    check(settings, in: changed)
    let losses =
      asked.flatMap(\.losses)
      + whatIf.losses.compactMap { name in
        loss(name, in: changed, at: flagSpan("--lose", name))
      }
    result.architecture = changed.completed(
      with: catalogue, losing: losses,
      isCacheCold: whatIf.isCacheCold || asked.contains(where: \.isCacheCold))
    result.today = described.completed(with: catalogue)
  }

  private func scenario(named name: String, among scenarios: [Scenario]) -> Scenario? {
    if let scenario = scenarios.first(where: { $0.name == name }) { return scenario }
    yaml.complain(
      "unknown-scenario", "there is no scenario `\(name.prefix(60))`", unknown: name,
      among: scenarios.map(\.name),
      otherwise: scenarios.isEmpty
        ? "describe it under `scenarios:`"
        : "there are " + scenarios.map(\.name).prefix(8).joined(separator: ", "),
      at: flagSpan("--scenario", name))
    return nil
  }

  private func setting(_ change: Change, in architecture: Architecture) -> Scenario.Setting? {
    let text = SourceText(path: Change.source, text: change.text)
    guard let node = yaml.add(text, yaml: change.value) else { return nil }
    let start = SourceSpan(source: node.tree, 0..<change.value.lowerBound - 1)
    return setting(change.path, node, in: architecture, at: start)
  }

  /// The text of a flag as a place of its own.
  private func flagSpan(_ flag: String, _ text: String) -> SourceSpan {
    yaml.addPlain(SourceText(path: flag, text: text))
  }

  // MARK: - Names and values

  private func setting(
    _ path: [String], _ value: NodeReference, in architecture: Architecture, at span: SourceSpan
  ) -> Scenario.Setting? {
    switch ChangeTarget(architecture).find(path) {
    case .failure where yaml.losesNames: return nil
    case .failure(let miss):
      yaml.complain(
        "unknown-path", miss.message, unknown: miss.name, among: miss.candidates,
        otherwise: "a path is components.NAME.KEY, journeys.NAME.KEY, or a key of the system",
        at: span)
      return nil
    case .success(let (element, property)):
      return properties.fact(property, value, key: property.name).map {
        Scenario.Setting(element: element, property: property, fact: $0)
      }
    }
  }

  private func loss(
    _ name: String, in architecture: Architecture, at span: SourceSpan
  ) -> Loss? {
    if let loss = architecture.loss(named: name) { return loss }
    yaml.complain(
      "unknown-loss", "there is no zone or component `\(name.prefix(60))`", unknown: name,
      among: architecture.zones + architecture.components.map(\.name),
      otherwise: architecture.losses,
      at: span)
    return nil
  }

  /// Values that are each well-formed and do not go together, once some are changed.
  private func check(_ settings: [Scenario.Setting], in architecture: Architecture) {
    guard !settings.isEmpty else { return }
    var linker = Linker(draft, isComplete: true)
    for setting in settings {
      let (kind, index) = setting.element.position
      linker.check(
        architecture.facts(of: setting.element), of: kind == .component ? index : nil)
    }
    linker.report(to: yaml)
  }
}

extension Architecture {
  /// What can be lost.
  fileprivate var losses: String {
    let zones =
      zones.isEmpty ? "no zones are declared" : "the zones are \(Self.list(zones))"
    return "the components are \(Self.list(components.map(\.name))); \(zones)"
  }

  private static func list(_ names: [String]) -> String {
    names.prefix(20).joined(separator: ", ")
      + (names.count > 20 ? " and \(names.count - 20) more" : "")
  }
}
