import Architecture
import SourceText
import YAML

/// A decision as written, the names in its conditions not resolved.
struct DecisionDraft {
  var decision: Decision
  /// Whether it says when it is looked at, rightly or not.
  var hasReview = false
  /// Its conditions.
  var until: [NodeReference] = []
}

/// Reads decisions: choices, with what reopens them.
struct DecisionReader {
  private let yaml: YAMLReader
  private var declared = DeclaredNames(of: "decision")

  init(yaml: YAMLReader) { self.yaml = yaml }

  /// Reads the mapping of decisions; one without a reason or an end is refused.
  mutating func read(_ node: NodeReference) -> [DecisionDraft] {
    let entries = NameReader(yaml: yaml).entries(node, of: "decisions")
    return entries.filter { declared.isNew($0, yaml) }.compactMap(decision)
  }

  private func decision(_ entry: Entry) -> DecisionDraft? {
    var draft = DecisionDraft(decision: Decision(name: entry.name, span: yaml.span(entry.key)))
    let what = "decision `\(entry.name)`"
    for (field, key) in yaml.known(entry.value, DescriptionKeys.decision, in: what) {
      guard case .structure(.value(let type)) = key.meaning,
        let value = yaml.value(field.value, type, key: key.name)
      else { continue }
      set(key.name, value, field.value, of: &draft)
    }
    let hasEnd = !draft.until.isEmpty || draft.hasReview
    let isBlank = draft.decision.because.allSatisfy(\.isWhitespace)
    guard isBlank || !hasEnd else { return draft }
    guard !yaml.isCutOff(entry.value) else { return nil }
    yaml.complain(
      "incomplete-decision",
      "\(what) must say why it was made, and what reopens it",
      "write `{ because: one team, until: \"writes of orders-db > 5k/s\" }`, or `review: 2027-06`",
      at: entry.key)
    return nil
  }

  private func set(
    _ key: String, _ value: Value, _ node: NodeReference, of draft: inout DecisionDraft
  ) {
    switch (key, value) {
    case ("because", .text(let text)): draft.decision.because = text
    case ("owner", .text(let text)): draft.decision.owner = text
    case ("peak", .number(let number)): if number > 0 { draft.decision.peak = number }
    case ("until", _): draft.until = yaml.oneOrMore(node)
    case ("review", .text(let text)):
      draft.hasReview = true
      draft.decision.review = Day(text) ?? Day(endOf: text)
      guard draft.decision.review == nil else { return }
      yaml.complain(
        "wrong-value", "invalid value `\(text.prefix(60))` for `review`",
        "write a month or a day, such as 2027-06 or 2027-06-30", at: node)
    default: break
    }
  }
}
