package import Architecture
import Findings
package import SourceText
import YAML

/// One key of a description that says something else, or says it for the first time: the file that
/// changes, before and after; comments and layout stay.
package struct DescriptionChange: Sendable {
  /// Why a key cannot be written.
  package struct Refusal: Error, Sendable {
    /// One sentence without a full stop.
    package let message: String

    /// A refusal with its reason.
    package init(_ message: String) { self.message = message }
  }

  /// The file in which the element stands.
  package let path: String
  /// What it says.
  package let old: String
  /// What it is to say.
  package let new: String

  /// Says a property of an element, in the file in which the element stands.
  package init(
    _ element: ElementID, _ property: Property, to value: String, in architecture: Architecture,
    _ sources: SourceSet
  ) throws(Refusal) {
    guard property.definition.declared.contains(element.position.kind) else {
      throw Refusal(
        "`\(property.name)` is undeclared for \(architecture.name(of: element))")
    }
    let text = sources.texts[Int(architecture.span(of: element).source)]
    guard var editor = DescriptionEditor(text, architecture) else {
      throw Refusal("`\(text.path)` is no YAML")
    }
    let name = element == .system ? nil : architecture.name(of: element)
    let keys = property.name.split(separator: ".").map(String.init)
    let step = FixStep(at: name, keys, .set(try Self.value(value)))
    guard editor.apply(step) else {
      throw Refusal(
        "the layout of `\(text.path)` leaves no sure place for `\(property.name)`; write "
          + "it below \(architecture.name(of: element)) by hand: \(keys.last ?? ""): \(value)")
    }
    (path, old, new) = (text.path, text.whole, editor.text)
  }

  /// What a text says as YAML.
  private static func value(_ text: String) throws(Refusal) -> NewValue {
    let source = SourceText(path: "value", text: text)
    let (tree, failure) = SourceTree.parse(source, source: 0)
    guard failure == nil, tree.roots.count == 1, let root = tree.roots.first,
      let value = NewValue(tree.value(root, in: source))
    else { throw Refusal("`\(text)` is no value") }
    return value
  }
}
