import Architecture
import Findings
import SourceText

extension Reading {
  /// Resolves all names of a draft; what points nowhere is reported and left out.
  mutating func link(_ draft: Draft) -> Architecture? {
    guard !trees.isEmpty else { return nil }
    let isComplete = !isExhausted && !trees.contains(where: \.isTruncated)
    var linker = Linker(draft, isComplete: isComplete)
    linker.link(draft)
    for dangling in linker.dangling { report(dangling, linker) }
    return Architecture(
      name: draft.name ?? Architecture.unnamed,
      span: draft.span ?? SourceSpan(source: 0, 0..<0), facts: draft.facts,
      components: linker.components, operations: linker.operations, relations: linker.relations,
      journeys: linker.journeys, accepted: draft.accepted)
  }

  mutating func report(_ dangling: Linker.Dangling, _ linker: Linker) {
    complain(
      dangling.code, dangling.message, unknown: dangling.name,
      among: linker.candidates(for: dangling), otherwise: linker.remedy(for: dangling),
      at: dangling.span)
  }
}
