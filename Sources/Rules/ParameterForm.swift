import Architecture
package import Facts
import Findings
package import YAML

/// The form of a rule's parameter, found from its default; a user's value must have the same.
package enum ParameterForm: String, CaseIterable, Sendable {
  case duration, rate, size, ratio, number, list, text

  private var type: ValueType {
    switch self {
    case .duration: .duration
    case .rate: .rate
    case .size: .size
    case .ratio: .ratio
    case .number: .number
    case .list: .list
    case .text: .text
    }
  }

  /// The form that a value has: the first in the order of the cases that reads it.
  static func form(of node: NodeReference, in yaml: YAMLReader) -> ParameterForm {
    if yaml.kind(node) == .sequence { return .list }
    guard yaml.kind(node) == .scalar, !yaml.isNull(node) else { return .text }
    let text = yaml.text(node)
    return allCases.first { $0 != .list && $0.type.value(of: text) != nil } ?? .text
  }

  /// The value as bound in SQL; nil, with a problem, when it has another form.
  func value(of node: NodeReference, key: String, in yaml: YAMLReader) -> SQLValue? {
    switch yaml.value(node, type, key: key) {
    case .number(let number)?: .real(number)
    case .text(let text)?: .text(text)
    case .list(let items)?: .text("," + items.joined(separator: ",") + ",")
    default: nil
    }
  }

  /// A value as its page shows it.
  func words(_ value: SQLValue) -> String {
    guard let number = value.number else {
      return value.words.split(separator: ",").joined(separator: ", ")
    }
    return (type.unit ?? .count).format(number)
  }
}

extension Rule {
  /// A user's values for the rule's parameters, in base units; a wrong form is a problem.
  package func readParameters(
    _ node: NodeReference, _ yaml: YAMLReader
  ) -> [String: SQLValue] {
    var values: [String: SQLValue] = [:]
    for entry in yaml.entries(node) {
      guard let parameter = parameters.first(where: { $0.name == entry.name }) else {
        yaml.complain(
          "unknown-parameter", "the rule `\(id)` has no parameter `\(entry.name)`",
          parameters.isEmpty
            ? "it has none" : "it has \(parameters.map(\.name).joined(separator: ", "))",
          at: entry.key)
        continue
      }
      values[parameter.name] = parameter.form.value(
        of: entry.value, key: entry.name, in: yaml)
    }
    return values
  }
}
