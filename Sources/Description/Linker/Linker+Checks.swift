import Architecture
import Findings
import SourceText
import YAML

/// Values that are each well-formed and do not go together.
extension Linker {
  mutating func check(_ facts: FactList, of component: Int? = nil) {
    for (property, fact) in facts.entries {
      guard let span = fact.span else { continue }
      let definition = property.definition
      switch (definition.type, fact.value) {
      case (.reference, .text(let name)): checkReference(name, definition, span, from: component)
      case (.references(.component), .list(let names)):
        for name in names { checkReference(name, definition, span, from: component) }
      default: checkOrder(definition, fact, facts)
      }
    }
    checkSessions(facts)
    checkUsers(facts)
    checkPeak(facts)
  }

  private mutating func checkReference(
    _ name: String, _ definition: PropertyDefinition, _ span: SourceSpan, from component: Int?
  ) {
    guard let index = componentIndex[name] else { return miss(name, span) }
    if index == component {
      contradict(
        "`\(definition.name)` of `\(name)` is `\(name)` itself",
        "name another component, or leave it out", span)
    }
    let kind = components[index].kind
    guard !definition.roles.isEmpty, !definition.roles.contains(kind.role),
      !kindless.contains(index)
    else { return }
    mismatch(
      "`\(name)` is a \(kind.rawValue), and `\(definition.name)` cannot be one",
      definition.name, takes: definition.roles, span)
  }

  private mutating func checkOrder(_ lower: PropertyDefinition, _ fact: Fact, _ facts: FactList) {
    guard let upper = lower.atMost, let bound = Property(upper).flatMap({ facts[$0] }),
      let span = bound.span, let most = bound.value.number, let number = fact.value.number,
      number > most
    else { return }
    let values = [bound, fact].map { $0.value.measure(lower.type).words }
    contradict(
      "`\(upper)` of \(values[0]) is below `\(lower.name)` of \(values[1])",
      "`\(lower.name)` is at most `\(upper)`; were they swapped?", span)
  }

  private mutating func checkSessions(_ facts: FactList) {
    guard let store = facts[.sessionStore], let span = store.span,
      case .text(let sessions)? = facts[.sessions]?.value, ["memory", "none"].contains(sessions)
    else { return }
    contradict(
      "`session-store` says that sessions live in a store, and `sessions: \(sessions)` does not",
      "write `sessions: store`, or leave `session-store` out", span)
  }

  private mutating func checkUsers(_ facts: FactList) {
    guard facts[.users] != nil, facts[.every] == nil,
      let rate = [Property.rate, .peak].first(where: { facts[$0]?.span != nil }),
      let span = facts[rate]?.span
    else { return }
    contradict(
      "`users` who come again follow from how fast they are answered, and `\(rate.name)` says how "
        + "often they come",
      "write either `users` and `think`, or `rate` and `peak`", span)
  }

  /// A fleet that polls: `users` and `every`, and nothing else that says how often it comes.
  mutating func checkPolls(_ facts: FactList) {
    guard let every = facts[.every], let span = every.span else { return }
    guard facts[.users] != nil else {
      return contradict(
        "`every` says how often each of the `users` comes, and nothing says how many they are",
        "write `users: 10k` beside it, or `rate: 40/s` instead", span)
    }
    for other in [Property.rate, .think] {
      guard let span = facts[other]?.span else { continue }
      contradict(
        "`users` and `every` say how often they come, and so does `\(other.name)`",
        "leave `\(other.name)` out, or `every`", span)
    }
  }

  private mutating func checkPeak(_ facts: FactList) {
    guard let peak = facts[.peak], case .times(let factor) = peak.value, let span = peak.span,
      facts[.rate] == nil, facts[.users] == nil
    else { return }
    contradict(
      "`peak: \(Unit.multiple.format(factor))` is a multiple of `rate`, and there is no `rate`",
      "write `rate: 40/s` beside it, or the peak itself, `peak: 400/s`", span)
  }

  /// A broker is kept on nothing else.
  mutating func checkBrokers() {
    for (index, component) in components.enumerated() {
      guard let fact = component.facts[.broker], let span = fact.span,
        let broker = component.facts.text(.broker).flatMap({ componentIndex[$0] }),
        broker != index, components[broker].facts[.broker] != nil
      else { continue }
      contradict(
        "`\(names[index])` is `on` `\(names[broker])`, which is on another component itself",
        "name the broker or cluster that keeps both", span)
    }
  }

  /// A message that always fails is never out of the way where dead letters come back.
  mutating func checkDeadLetters() {
    let next = components.map { $0.facts.text(.deadLetterTo).flatMap { componentIndex[$0] } }
    var isSeen = [Bool](repeating: false, count: next.count)
    for start in next.indices {
      var way: [Int] = []
      var place: Int? = start
      while let index = place, !isSeen[index] {
        isSeen[index] = true
        way.append(index)
        place = next[index]
      }
      // One that is its own was reported where it says so.
      guard let first = place, next[first] != first, let entry = way.firstIndex(of: first),
        let span = components[first].facts[.deadLetterTo]?.span
      else { continue }
      let stops = way[entry...].dropFirst().prefix(5).map { "`\(names[$0])`" }
      contradict(
        "the dead letters of `\(names[first])` come back to it by way of "
          + stops.joined(separator: ", "),
        "name a queue that keeps them until somebody has looked at them", span)
    }
  }

  mutating func contradict(_ message: String, _ remedy: String, _ span: SourceSpan) {
    unresolved.append(
      UnresolvedReference(
        code: "contradiction", message: message, remedy: remedy, span: span))
  }

  /// Something points at a component that exists and is of a kind that does not fit.
  mutating func mismatch(
    _ message: String, _ key: String, takes roles: Set<ComponentKind.Role>, _ span: SourceSpan
  ) {
    let fitting = ComponentKind.allCases.filter { roles.contains($0.role) }
    unresolved.append(
      UnresolvedReference(
        code: "wrong-target", message: message,
        remedy: "`\(key)` takes one of " + fitting.map(\.rawValue).joined(separator: ", "),
        span: span))
  }
}
