import Architecture
import Findings
import SourceText
import YAML

/// Values such as `none` and `unlimited`, which say that there is no limit or nothing.
extension PropertyReader {
  /// How such a value is read.
  enum AbsentValue {
    /// As a fact.
    case known(Fact)
    /// As silence, with a problem where that says something else.
    case silence
  }

  /// How a value is read that says that there is none; nil for every other value, and where the
  /// word is one of the property's own.
  func absent(_ property: Property, _ node: NodeReference, key: String) -> AbsentValue? {
    let word = yaml.text(node)
    guard yaml.kind(node) == .scalar, !yaml.isQuoted(node), Absence.isNamed(word),
      !isOwn(word, of: property)
    else { return nil }
    if Absence.words(for: property.definition).contains(word) {
      return .known(Fact(.number(.infinity), .declared, span: yaml.span(node)))
    }
    if !Absence.isSilence(property) {
      yaml.complain(
        "wrong-value", "invalid value `\(word)` for `\(key)`",
        Absence.remedy(for: property, saying: word), at: node)
    }
    return .silence
  }

  /// Whether a word is a value of a property, or may be a name.
  private func isOwn(_ word: String, of property: Property) -> Bool {
    if Absence.isValue(of: property) { return true }
    switch property.definition.type {
    case .word, .words, .flag, .reference, .references: return true
    case .room: return word == "none" || word == "unlimited"
    case .count, .countRange: return word == "unlimited"
    case .text, .fields, .list: return word != "none"
    case .whole, .number, .ratio, .duration, .rate, .peak, .size, .bandwidth, .growth, .multiple,
      .day, .money, .moneyRate:
      return false
    }
  }
}
