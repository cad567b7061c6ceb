import Architecture
package import Description
import Findings
package import SourceText

/// Writes a first description from what was read: only what is known, with what it rests on and
/// what is left to say as comments.
package struct DescriptionWriter {
  private let reading: ForeignReading
  private let sources: SourceSet

  /// A writer of a reading, whose places lie in some texts.
  package init(_ reading: ForeignReading, _ sources: SourceSet) {
    self.reading = reading
    self.sources = sources
  }

  /// The description; it reads back to the same model.
  package var text: String {
    let draft = reading.draft
    var lines = ["tenfold: 1", "system: " + WrittenValue.scalar(draft.name ?? "unnamed")]
    for note in reading.notes.folded {
      lines += comments("Read from \(note.path).") + note.account.flatMap { comments("- \($0)") }
    }
    lines += [""] + journeys + ["", "components:"]
    for component in draft.components { lines += self.lines(of: component) }
    let questions = reading.notes.flatMap(\.questions)
    if !questions.isEmpty { lines += ["", "# Undeclared:"] }
    for question in questions { lines += comments("- " + question) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The journeys, or how they are said where no file says them.
  private var journeys: [String] {
    guard !reading.draft.journeys.isEmpty else {
      return [
        "# How much comes in is in none of these files. Say it, with a `kind: client` to start "
          + "from:",
        "# journeys:",
        "#   use: { from: client, calls: \(entry), critical: true, rate: 40/s, peak: 400/s }",
      ]
    }
    return ["journeys:"]
      + reading.draft.journeys.map { journey in
        let from = journey.client.map { ["from: \($0.name)"] } ?? []
        let calls = "calls: [\(journey.calls.map(written).joined(separator: ", "))]"
        let parts = from + [calls] + facts(journey.facts)
        return "  \(journey.name): { \(parts.joined(separator: ", ")) }"
      }
  }

  /// A component that nothing calls and that does work, where demand may come in.
  private var entry: String {
    let components = reading.draft.components
    let called = Set(components.flatMap { $0.relations.map(\.target) })
    let working = components.filter { ($0.kind ?? .service).role == .work }
    let first = working.first {
      !called.contains($0.name) && $0.relations.contains { $0.kind == .calls }
    }
    return (first ?? working.first ?? components.first)?.name ?? "api"
  }

  private func lines(of component: ComponentDraft) -> [String] {
    let start = sources.start(of: component.span)
    var lines = [
      "  \(component.name):" + comment("\(start.path):\(start.position.line)"),
      "    kind: \((component.kind ?? .service).rawValue)",
    ]
    lines += facts(component.facts).map { "    " + $0 }
    for kind in RelationKind.allCases {
      let own = component.relations.filter { $0.kind == kind }
      guard !own.isEmpty else { continue }
      lines.append("    \(kind.rawValue):")
      lines += own.map { "      - \(written($0))" + comment($0.evidence) }
    }
    return lines
  }

  private func written(_ relation: RelationDraft) -> String {
    let facts = facts(relation.facts)
    guard !facts.isEmpty else { return relation.target }
    let parts = ["\(relation.kind.targetKey): \(relation.target)"] + facts
    return "{ \(parts.joined(separator: ", ")) }"
  }

  /// The facts, those of a group together: `shards: { count: 4, key: email }`.
  private func facts(_ facts: FactList) -> [String] {
    var groups: [String: [String]] = [:]
    var order: [String] = []
    for (property, fact) in facts.entries {
      let parts = property.name.split(separator: ".", maxSplits: 1).map(String.init)
      let value = WrittenValue.text(of: fact.value, property.definition.type)
      let key = parts[0]
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(parts.count == 2 ? "\(parts[1]): \(value)" : value)
    }
    return order.map { key in
      let isGroup = facts.entries.contains { $0.property.name.hasPrefix(key + ".") }
      let values = (groups[key] ?? []).joined(separator: ", ")
      return isGroup ? "\(key): { \(values) }" : "\(key): \(values)"
    }
  }

  private func comment(_ text: String) -> String { text.isEmpty ? "" : "  # " + text.printable }

  private func comments(_ text: String) -> [String] {
    text.printable.wrapped(width: 94).map { "# " + $0 }
  }
}
