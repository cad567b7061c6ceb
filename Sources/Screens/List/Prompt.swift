/// Something that is being typed.
package struct Prompt: Sendable {
  /// What becomes of it.
  package enum Purpose: Sendable {
    /// The filter of the list; what was before it, for Esc.
    case filter(before: ListFilter, selected: String?)
    /// Words of something to go to.
    case palette
    /// The answer to a question about a property of an element.
    case answer(element: String, property: String)
    /// Another value of a figure.
    case value(Figure)
    /// The reason, the owner, or the last day of a decision to live with a finding.
    case decision(Decision)
    /// The name under which what is supposed is kept.
    case scenario
    /// The file for what leaves the screen.
    case export(Export)
    /// The revision that is compared with.
    case revision
  }

  /// What leaves the screen as a file.
  package enum Export: Sendable { case list, document }

  /// A decision to live with a finding, as far as it has been typed.
  package struct Decision: Hashable, Sendable {
    /// The finding.
    package let fingerprint: String
    /// Why; nil until it is typed.
    package internal(set) var reason: String?
    /// Who answers for it; nil until it is typed.
    package internal(set) var owner: String?
    /// The last day it holds, as it was typed.
    package internal(set) var until: String?
  }

  let purpose: Purpose
  /// What is asked, before the text.
  package let label: String
  /// The right form, below it.
  let hint: String
  /// What is typed.
  package internal(set) var field: TextField
  /// The file that was last to be written, and was not.
  var tried: String?
}
