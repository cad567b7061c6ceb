import Architecture
import Description
import SourceText

/// The arrows between the components of resources, before they are put in.
struct ResourceArrows {
  /// An arrow; of a kind that the target decides where nothing tells it.
  struct Arrow {
    let source: Int
    let target: Int
    let kind: RelationKind?
    let evidence: String
    let span: SourceSpan
    var facts = FactList()
  }

  private(set) var all: [Arrow] = []

  mutating func add(_ arrow: Arrow) {
    if arrow.source != arrow.target { all.append(arrow) }
  }

  /// Puts them in; one of a declared kind goes before one that the target would decide.
  func add(to system: ForeignSystem) {
    let told = Set(all.filter { $0.kind != nil }.map { [$0.source, $0.target] })
    // Of equal arrows the first one stays, so what says more goes first.
    let order = all.filter { !$0.facts.entries.isEmpty } + all.filter(\.facts.entries.isEmpty)
    for arrow in order where arrow.kind != nil || !told.contains([arrow.source, arrow.target]) {
      if arrow.kind == .consumes, system.components[arrow.target].kind == .scheduler {
        add(arrow, startedBy: arrow.target, to: system)
        continue
      }
      var mention = Mention(
        source: arrow.source, text: system.components[arrow.target].name, form: .name,
        kind: arrow.kind ?? Self.kind(of: arrow, system), evidence: arrow.evidence,
        span: arrow.span)
      mention.facts = arrow.facts
      system.add(mention)
    }
  }

  /// What takes the events of a scheduler is started by it.
  private func add(_ arrow: Arrow, startedBy scheduler: Int, to system: ForeignSystem) {
    system.add(
      Mention(
        source: scheduler, text: system.components[arrow.source].name, form: .name,
        kind: .schedules, evidence: arrow.evidence, span: arrow.span))
  }

  private static func kind(of arrow: Arrow, _ system: ForeignSystem) -> RelationKind {
    switch system.components[arrow.target].kind?.role ?? .work {
    case .channel: isConsumer(arrow.source, system) ? .consumes : .publishes
    case .client, .proxy, .work, .store, .tool, .external: .calls
    }
  }

  /// Whether the name of something says that it consumes; a function is handed what it works on.
  private static func isConsumer(_ source: Int, _ system: ForeignSystem) -> Bool {
    let component = system.components[source]
    guard component.kind != .function else { return false }
    let words = EnvironmentWords.words(component.name)
    return !system.mappings.page("environment").consumers.isDisjoint(with: words)
  }
}
