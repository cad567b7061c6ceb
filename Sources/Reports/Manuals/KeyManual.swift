import Architecture
import Rules
import SourceText
import YAML

/// What a key of the description means, from its one definition.
struct KeyManual {
  let property: Property
  private var definition: PropertyDefinition { property.definition }

  /// The keys that a description may say.
  private static let keys = Property.all.filter { !$0.definition.declared.isEmpty }

  /// The names of all keys; those of a group with its name in front, such as `shards.count`.
  static var names: [String] { keys.map(\.name) }

  /// The keys that a name may mean: the one of that name, those of that name in a group, and those
  /// of the group of that name.
  static func all(named name: String) -> [KeyManual] {
    keys.filter { $0.name == name || $0.name.split(separator: ".").contains { $0 == name } }
      .map { KeyManual(property: $0) }
  }

  /// The manual for a terminal, with the rules that read the key.
  func text(_ rules: [Rule]) -> String {
    let readers = rules.filter { $0.inputs.contains { $0.property == definition.name } }.map(\.id)
    var text = "\(definition.name)  (key)\n"
    text += definition.documentation.wrapped(width: 98).map { "\n  \($0)" }.joined() + "\n\n"
    text += row("form", definition.form)
    text += row("example", property.exampleLine)
    text += row("where", places)
    text += row("if missing", silence)
    text += row(
      "used by", readers.isEmpty ? "reports and growth models" : readers.joined(separator: ", "))
    return text.printableLines
  }

  private func row(_ name: String, _ words: String) -> String {
    let gap = String(repeating: " ", count: 12 - name.count)
    let margin = "\n" + String(repeating: " ", count: 14)
    return "  \(name)\(gap)\(words.wrapped(width: 84).joined(separator: margin))\n"
  }

  /// The elements it may stand on; of arrows and components, which kinds.
  private var places: String {
    let elements: [(ElementKinds, String)] = [
      (.system, "the system"), (.component, "a component"), (.operation, "an operation"),
      (.relation, "an arrow"), (.journey, "a journey"),
    ]
    let relations = definition.relations.map(\.rawValue).joined(separator: ", ")
    return elements.filter { definition.declared.contains($0.0) }.map { element, words in
      element == .relation && !relations.isEmpty ? "\(words) (\(relations))" : words
    }.joined(separator: ", ")
  }

  private var silence: String {
    let known = "the default of its product, else unknown, and asked for"
    if definition.documentation.contains("by default") { return "the default above" }
    if definition.inherited { return "that of the component or operation that is called" }
    return definition.declared.contains(.component) ? known : "unknown, and asked for"
  }
}
