import Architecture
import Findings
import SourceText

extension Reading {
  /// Resolves all names of a draft; what points nowhere is reported and left out.
  mutating func link(_ draft: Draft) -> Architecture? {
    guard !trees.isEmpty else { return nil }
    var linker = Linker(draft, isComplete: !trees.contains(where: \.isTruncated))
    linker.link(draft)
    for dangling in linker.dangling { report(dangling, linker) }
    return Architecture(
      name: draft.name ?? Architecture.unnamed,
      span: draft.span ?? SourceSpan(source: 0, 0..<0), facts: draft.facts,
      components: linker.components, operations: linker.operations, relations: linker.relations,
      journeys: linker.journeys, accepted: draft.accepted)
  }

  /// An unknown product is no mistake of the description, but nothing is known about it.
  mutating func checkTechnologies(of draft: Draft, _ catalogue: Catalogue) {
    var known: [String: Bool] = [:]
    for component in draft.components {
      guard let fact = component.facts[.technology], let span = fact.span else { continue }
      for name in component.facts.list(.technology) {
        let isKnown = known[name] ?? (catalogue.product(named: name) != nil)
        known[name] = isKnown
        guard !isKnown else { continue }
        complain(
          "unknown-technology", "the catalogue has no technology `\(name.prefix(60))`",
          suggestion(for: name, among: catalogue.names).map { "did you mean `\($0)`?" }
            ?? "nothing is assumed about it; say what matters under the component itself",
          at: span, weight: .warning)
      }
    }
  }

  private mutating func report(_ dangling: Linker.Dangling, _ linker: Linker) {
    complain(
      dangling.code, dangling.message,
      suggestion(for: dangling.name, among: dangling.candidates).map { "did you mean `\($0)`?" }
        ?? dangling.remedy, at: dangling.span)
  }
}
