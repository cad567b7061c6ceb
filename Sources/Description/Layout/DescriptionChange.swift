package import Architecture
package import Findings
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
    let name = element == .system ? nil : architecture.name(of: element)
    let edit = DescriptionEdit(name, property: property.name, to: value)
    self = try Self.all([edit], in: architecture, sources)[0]
  }

  /// What some edits make of the files in which their elements stand, one change for each file.
  package static func all(
    _ edits: [DescriptionEdit], in architecture: Architecture, _ sources: SourceSet
  ) throws(Refusal) -> [DescriptionChange] {
    var steps: [FixStep] = []
    for edit in edits {
      steps.append(FixStep(at: edit.element, edit.keys, .set(try Self.value(edit.value))))
    }
    return try all(steps, in: architecture, sources)
  }

  /// What some steps make of the files in which their elements stand, one change for each file.
  package static func all(
    _ steps: [FixStep], in architecture: Architecture, _ sources: SourceSet
  ) throws(Refusal) -> [DescriptionChange] {
    var editors: [(file: Int, editor: DescriptionEditor)] = []
    for step in steps {
      let element = try element(of: step, in: architecture)
      let file = Int(architecture.span(of: element).source)
      if !editors.contains(where: { $0.file == file }) {
        guard let editor = DescriptionEditor(sources.texts[file], architecture) else {
          throw Refusal("`\(sources.texts[file].path)` is no YAML")
        }
        editors.append((file, editor))
      }
      let place = editors.firstIndex { $0.file == file } ?? 0
      guard editors[place].editor.apply(step) else {
        throw Refusal(
          "the layout of `\(sources.texts[file].path)` leaves no sure place for "
            + "`\(step.path.joined(separator: "."))` below \(architecture.name(of: element)); "
            + "write it by hand")
      }
    }
    return editors.map { file, editor in
      let text = sources.texts[file]
      return DescriptionChange(path: text.path, old: text.whole, new: editor.text)
    }
  }

  /// The change from what this one found to what a later one leaves.
  package func followed(by later: DescriptionChange) -> DescriptionChange {
    DescriptionChange(path: path, old: old, new: later.new)
  }

  private init(path: String, old: String, new: String) {
    (self.path, self.old, self.new) = (path, old, new)
  }

  /// The element that a step names, where that may have the property that it says.
  private static func element(
    of step: FixStep, in architecture: Architecture
  ) throws(Refusal) -> ElementID {
    let all = architecture.elements
    guard
      let element = step.element.map({ name in
        all.first { $0 != .system && architecture.name(of: $0) == name }
      }) ?? .system
    else { throw Refusal("there is no element `\((step.element ?? "").prefix(60))`") }
    let name = step.path.joined(separator: ".")
    if let property = Property(name), !property.definition.declared.contains(element.position.kind)
    {
      throw Refusal("`\(name)` is undeclared for \(architecture.name(of: element))")
    }
    return element
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
