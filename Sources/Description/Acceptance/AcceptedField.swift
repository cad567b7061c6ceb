package import Findings
import SourceText
import YAML

/// One thing that an entry of a file of accepted risks says.
struct AcceptedField: Hashable {
  let key: String
  /// What it says.
  let text: String
  /// The same, as it is written.
  let written: NewValue

  /// A text, in double quotes; nil for nil.
  init?(_ key: String, quoting text: String?) {
    guard let text else { return nil }
    self.key = key
    self.text = text
    written = .quoted(text)
  }

  /// A word or a number; nil for nil.
  init?(_ key: String, _ text: String?) {
    guard let text else { return nil }
    self.key = key
    self.text = text
    written = .plain(text)
  }
}

extension AcceptedRisk {
  /// All that it says, in the order in which it is written.
  var fields: [AcceptedField] {
    [
      AcceptedField("system", quoting: system), AcceptedField("rule", rule),
      AcceptedField("element", quoting: element), AcceptedField("reason", quoting: reason),
      AcceptedField("status", status == .accepted ? nil : status.rawValue),
      AcceptedField("owner", quoting: owner), AcceptedField("until", until?.text),
      AcceptedField("ticket", quoting: ticket),
    ].compactMap(\.self)
      + level.terms.compactMap { AcceptedField($0.key, $0.value) }
  }

  /// The item of a list, its lines so many columns in; the last one is not ended.
  package func entry(indent: Int) -> String {
    let item = NewValue.sequence(
      [.mapping(fields.map { NewValue.Pair($0.key, $0.written) }, .block)], .block)
    return String(repeating: " ", count: indent) + item.block(column: indent, "\n")
  }
}
