import Architecture
import Findings
import SourceText

extension Reading {
  /// Today's architecture and the one with what-ifs, silence completed in both.
  mutating func lay(
    _ whatIf: WhatIf, over architecture: Architecture, _ draft: Draft, _ catalogue: Catalogue
  ) {
    if !scenarios.isEmpty {
      overlays = Scenarios(all: scenarios, described: architecture, catalogue: catalogue)
    }
    guard !whatIf.isEmpty else {
      self.architecture = architecture.completed(with: catalogue)
      return
    }
    var changed = architecture
    let asked = whatIf.scenarios.compactMap { scenario(named: $0) }
    let settings =
      asked.flatMap(\.settings) + whatIf.changes.compactMap { setting($0, in: changed) }
    for setting in settings { changed.set(setting.property, setting.fact, of: setting.element) }
    check(settings, in: changed, draft)
    let losses =
      asked.flatMap(\.losses)
      + whatIf.losses.compactMap { name in
        loss(name, in: changed, at: flagSpan("--lose", name))
      }
    self.architecture = changed.completed(
      with: catalogue, losing: losses,
      isCacheCold: whatIf.isCacheCold || asked.contains(where: \.isCacheCold))
    today = architecture.completed(with: catalogue)
  }

  private mutating func scenario(named name: String) -> Scenario? {
    if let scenario = scenarios.first(where: { $0.name == name }) { return scenario }
    let (span, names) = (flagSpan("--scenario", name), scenarios.map(\.name))
    complain(
      "unknown-scenario", "there is no scenario `\(name.prefix(60))`", unknown: name,
      among: names, otherwise: "describe it under `scenarios:`", at: span)
    return nil
  }

  private mutating func setting(_ change: Change, in architecture: Architecture) -> Scenario
    .Setting?
  {
    guard let node = addText(SourceText(path: "--set", text: change.text), yaml: change.value)
    else { return nil }
    let start = SourceSpan(source: node.tree, 0..<change.value.lowerBound - 1)
    return setting(change.path, node, in: architecture, at: start)
  }

  mutating func setting(
    _ path: [String], _ value: NodeReference, in architecture: Architecture, at span: SourceSpan
  ) -> Scenario.Setting? {
    switch ChangeTarget(architecture).find(path) {
    case .failure(let miss):
      complain(
        "unknown-path", miss.message, unknown: miss.name, among: miss.candidates,
        otherwise: "write it as components.NAME.PROPERTY=VALUE, as the description has it",
        at: span)
      return nil
    case .success(let (element, property)):
      return fact(property, value, key: property.name).map {
        Scenario.Setting(element: element, property: property, fact: $0)
      }
    }
  }

  mutating func loss(
    _ name: String, in architecture: Architecture, at span: SourceSpan
  ) -> Loss? {
    let components = architecture.components
    if components.contains(where: { $0.facts.list(.zones).contains(name) }) { return .zone(name) }
    if let index = components.firstIndex(where: { $0.name == name }) { return .component(index) }
    complain(
      "unknown-loss", "there is no zone or component `\(name.prefix(60))`", unknown: name,
      among: architecture.zones + components.map(\.name), otherwise: architecture.zonesInWords,
      at: span)
    return nil
  }

  /// The text of a flag as a place of its own.
  private mutating func flagSpan(_ flag: String, _ text: String) -> SourceSpan {
    let source = sources.add(SourceText(path: flag, text: text))
    trees.append(SourceTree(source: source))
    return SourceSpan(source: source, 0..<text.utf8.count)
  }

  /// Values that are each well-formed and do not go together, once some are changed.
  mutating func check(
    _ settings: [Scenario.Setting], in architecture: Architecture, _ draft: Draft
  ) {
    guard !settings.isEmpty else { return }
    var linker = Linker(draft, isComplete: true)
    for setting in settings {
      let (kind, index) = setting.element.position
      linker.check(
        architecture.facts(of: setting.element), of: kind == .component ? index : nil)
    }
    for dangling in linker.dangling { report(dangling, linker) }
  }
}

extension Architecture {
  /// What can be lost besides components.
  fileprivate var zonesInWords: String {
    zones.isEmpty
      ? "say where components run, such as `zones: [zone-a, zone-b]`"
      : "the zones are \(zones.prefix(20).joined(separator: ", "))"
  }
}
