import Architecture
import SourceText
import YAML

/// Resolves the conditions of decisions: `writes of orders-db > 5k/s`.
struct TripwireReader {
  private let yaml: YAMLReader
  private let architecture: Architecture
  private let elements: [String: ElementID]

  private static let form =
    "write `number of NAME > limit`, such as `writes of orders-db > 5k/s`, "
    + "`headroom of api < 3x` or `demand > 3x`"

  /// A reader of conditions on a system; names are those of components, operations and journeys.
  init(_ yaml: YAMLReader, _ architecture: Architecture) {
    self.yaml = yaml
    self.architecture = architecture
    let journeys = architecture.journeys.enumerated().map { ($1.name, ElementID.journey($0)) }
    let others = ([.system] + architecture.elements.dropFirst()).filter {
      $0.position.kind != .relation
    }.map { (architecture.name(of: $0), $0) }
    elements = Dictionary(others + journeys) { first, _ in first }
  }

  /// The decisions with their conditions; those that are none are reported and left out.
  func decisions(_ drafts: [DecisionDraft]) -> [Decision] {
    drafts.map { draft in
      var decision = draft.decision
      decision.tripwires = draft.until.compactMap(tripwire)
      return decision
    }
  }

  private func tripwire(_ node: NodeReference) -> Tripwire? {
    let text = yaml.text(node)
    guard let (words, comparison, rest) = Self.parts(text) else {
      yaml.complain(
        "wrong-condition", "`\(text.prefix(60))` is no condition", Self.form, at: node)
      return nil
    }
    let sides = words.firstRange(of: " of ")
    let word = String(sides.map { words[..<$0.lowerBound] } ?? words[...])
    let name = sides.map { String(words[$0.upperBound...]) }
    guard let subject = Tripwire.Subject(word) else {
      complain("there is no number `\(word.prefix(60))`", word, Tripwire.Subject.words, node)
      return nil
    }
    guard let element = element(name, subject, node),
      let limit = limit(rest, of: subject, node, word)
    else { return nil }
    return Tripwire(
      subject, of: element, comparison, limit, words: words, span: yaml.span(node))
  }

  /// What stands before and behind a sign of comparison, and the sign.
  private static func parts(_ text: String) -> (String, Tripwire.Comparison, String)? {
    guard let start = text.firstIndex(where: { $0 == "<" || $0 == ">" }) else { return nil }
    let sign = text[start...].prefix { "<>=".contains($0) }
    guard let comparison = Tripwire.Comparison(rawValue: String(sign)) else { return nil }
    let (left, right) = (joined(text[..<start]), joined(text[sign.endIndex...]))
    return left.isEmpty || right.isEmpty ? nil : (left, comparison, right)
  }

  /// The words of a text with single blanks between them.
  private static func joined(_ text: Substring) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private func element(
    _ name: String?, _ subject: Tripwire.Subject, _ node: NodeReference
  ) -> ElementID? {
    guard let element = name.map({ elements[$0] }) ?? .system else {
      guard !yaml.isPartial else { return nil }
      complain(
        "there is no `\((name ?? "").prefix(60))`", name ?? "", elements.keys.sorted(), node)
      return nil
    }
    if subject.isKnown(of: element) { return element }
    let owner = name.map { "`\($0)`" } ?? "the system"
    yaml.complain(
      "wrong-condition", "\(owner) has no such number in `\(yaml.text(node).prefix(60))`",
      Self.form, at: node)
    return nil
  }

  private func limit(
    _ text: String, of subject: Tripwire.Subject, _ node: NodeReference, _ word: String
  ) -> Double? {
    let type = subject.type
    if let number = type.value(of: text)?.number { return number }
    yaml.complain(
      "wrong-value", "invalid limit `\(text.prefix(60))` of `\(word)`",
      type.meant(by: text).map(didYouMean) ?? type.remedy(for: text), at: node)
    return nil
  }

  private func complain(
    _ message: String, _ name: String, _ known: [String], _ node: NodeReference
  ) {
    yaml.complain(
      "wrong-condition", message, unknown: name, among: known, otherwise: Self.form,
      at: yaml.span(node))
  }
}
