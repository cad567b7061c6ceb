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
          at: place(of: name, in: span), weight: .warning)
      }
    }
  }

  /// Where a word stands in a list.
  private func place(of word: String, in list: SourceSpan) -> SourceSpan {
    let bytes = sources.texts[Int(list.source)].bytes[Int(list.start)..<Int(list.end)]
    let word = Array(word.utf8)
    var start = bytes.startIndex
    while start + word.count <= bytes.endIndex {
      let end = start + word.count
      let isWhole = [start - 1, end].allSatisfy { index in
        !bytes.indices.contains(index) || Self.isDelimiter(bytes[index])
      }
      if isWhole, bytes[start..<end].elementsEqual(word) {
        return SourceSpan(source: Int(list.source), start..<end)
      }
      start += 1
    }
    return list
  }

  private static func isDelimiter(_ byte: UInt8) -> Bool {
    byte <= 0x20 || [0x22, 0x27, 0x2C, 0x5B, 0x5D].contains(byte)
  }

  mutating func report(_ dangling: Linker.Dangling, _ linker: Linker) {
    complain(
      dangling.code, dangling.message,
      suggestion(for: dangling.name, among: dangling.candidates).map { "did you mean `\($0)`?" }
        ?? dangling.remedy, at: dangling.span)
  }
}
