import Architecture
import Findings
import SourceText
import YAML

/// What the catalogue knows of a product, each fact with its source.
struct ProductManual {
  let product: Technology

  /// The manual as lines.
  var text: String {
    let names = ([product.id] + product.aliases).joined(separator: ", ")
    let kinds = product.kinds.map(\.rawValue).joined(separator: ", ")
    var text = "\(product.name)  (product)\n\n"
    text += "  named     \(names.wrapped(width: 84).joined(separator: "\n            "))\n"
    text += "  kinds     \(kinds.isEmpty ? "any component may run on it" : kinds)\n"
    if !product.builtOn.isEmpty {
      text += "  built on  \(product.builtOn.joined(separator: ", "))\n"
    }
    text += product.facts.isEmpty ? "\n  No facts are known of it.\n" : "\n"
    for fact in product.facts {
      let value = fact.value.measure(fact.property.definition.type).words
      text += "  \(fact.property.name): \(value)  (\(fact.firmness.rawValue); \(fact.source), "
      text += "\(fact.seen))\n"
      if let note = fact.note { text += "      \(note)\n" }
    }
    return text.printableLines
  }
}
