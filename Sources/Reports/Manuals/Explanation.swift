import Architecture
import Description
package import Review
import Rules
import SourceText
import YAML

/// What the program can explain under a name: a rule, a key, a kind, a product or a term.
package struct Explanation: Sendable {
  /// What sort of thing the name stands for.
  package enum Subject: String, CaseIterable, Sendable { case rule, key, kind, product, term }

  /// What it is.
  package let subject: Subject
  /// The name by which the program calls it.
  package let name: String
  /// Its manual, as lines that nothing obeys.
  package let text: String

  /// All that a name may stand for, in the order of `Subject`; where that is nothing, what the
  /// word of another tool means here, else nothing.
  package static func all(_ name: String, in book: RuleSet) -> [Explanation] {
    let found = named(name, in: book)
    guard found.isEmpty, let word = ownWord(for: name) else { return found }
    return named(word, in: book)
  }

  /// Tenfold's word for a key or kind in the words of other tools: `replicas` for `instances`.
  private static func ownWord(for name: String) -> String? {
    let word = KeyHints.spelling(of: name)
    return KeyHints.description.synonyms[word] ?? ComponentKind.meant(by: word)?.rawValue
  }

  private static func named(_ name: String, in book: RuleSet) -> [Explanation] {
    let rules = book.rules.filter { $0.id == name || $0.id.hasSuffix("/" + name) }
    let word = name.lowercased()
    return rules.map { Explanation(subject: .rule, name: $0.id, text: Manual($0).text) }
      + KeyManual.all(named: name).map {
        Explanation(subject: .key, name: $0.property.name, text: $0.text(book.rules))
      }
      + ComponentKind.allCases.filter { $0.rawValue == word }.map {
        Explanation(subject: .kind, name: $0.rawValue, text: KindManual(kind: $0).text)
      } + products(name, in: book.catalogue)
      + Term.all.filter { $0.name == word }.map {
        Explanation(subject: .term, name: $0.name, text: $0.text)
      } + (word == Term.page ? [Explanation(subject: .term, name: word, text: Term.all.page)] : [])
  }

  private static func products(_ name: String, in catalogue: Catalogue) -> [Explanation] {
    catalogue.naming(name).products.map {
      Explanation(
        subject: .product, name: $0.id,
        text: ProductManual(product: catalogue.knowing($0)).text)
    }
  }

  /// All kinds with what they are, as lines.
  package static var kinds: String {
    Listing(entries: ComponentKind.allCases.map { ($0.rawValue, $0.documentation) }).text
  }

  /// All names beside those of rules and products.
  package static let words =
    KeyManual.names + ComponentKind.allCases.map(\.rawValue) + Term.all.map(\.name) + [Term.page]

  /// The name that was probably meant by one that stands for nothing; nil when none is near.
  package static func near(_ name: String, in book: RuleSet) -> String? {
    suggestion(for: name, among: book.rules.map(\.id) + words)
      ?? suggestion(
        for: name, among: book.rules.map { String($0.id.drop { $0 != "/" }.dropFirst()) })
  }
}
