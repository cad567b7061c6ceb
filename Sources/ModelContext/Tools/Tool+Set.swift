import Architecture
import Description
import Reports
import Review
import SourceText

extension Tool {
  /// Writes one key of a description.
  static let set = Tool(
    name: "set", title: "Write one key of a description",
    documentation: """
      Writes one key into a description, comments and layout kept, and shows the lines that \
      differ and what they do to the review. To answer a question, take its `element` and \
      `property`, with a `value` that the user gave; to make a change that `what_if` looked at, \
      take `change`. With `preview` nothing is written.
      """,
    parameters: [
      Subject.required,
      Parameter(
        name: "element", form: .text(most: 1000),
        documentation: "The element as questions and findings name it; `system` for the whole."),
      Parameter(name: "property", form: .text(most: 100), documentation: "Its key."),
      Parameter(
        name: "value", form: .text(most: 10_000),
        documentation: "The value with its unit, such as 65% or 2..20."),
      Parameter(
        name: "change", form: .text(most: 10_000),
        documentation: "Instead of these three, PATH=VALUE: components.api.replicas=4..40."),
      Parameter(name: "preview", form: .flag, documentation: "Whether to show the lines only."),
    ], output: EditAnswer.schema, isReadOnly: false
  ) { (call) throws(ToolFailure) in
    let subject = try Subject(call)
    let before = try subject.review().read()
    guard let architecture = before.architecture else { throw ToolFailure("nothing was read") }
    let change: DescriptionChange
    do throws(DescriptionChange.Refusal) {
      let (element, property, value) = try target(call, architecture)
      change = try DescriptionChange(
        element, property, to: value, in: architecture, before.sources)
    } catch {
      throw ToolFailure(error.message.printable)
    }
    let after = try subject.replacing(change.path, with: change.new).review().read()
    let faults = after.problems.added(since: before.problems)
    guard faults.isEmpty else { throw ToolFailure(faults) }
    let isWritten = !call.isSet("preview") && !call.isCancelled()
    if isWritten, let write = call.workspace.write,
      let failure = write(change.path, change.old, change.new)
    {
      throw ToolFailure(failure.printable)
    }
    return EditAnswer(
      change.path, from: change.old, to: change.new, isWritten: isWritten, before: before,
      after: after)
  }

  /// What a call says, and of what.
  private static func target(
    _ call: Call, _ architecture: Architecture
  ) throws(DescriptionChange.Refusal) -> (ElementID, Property, value: String) {
    if let text = call.text("change") {
      guard let change = Change(text) else {
        throw DescriptionChange.Refusal("write it as components.api.replicas=4..40")
      }
      let (element, property) = try change.target(in: architecture).get()
      return (element, property, change.valueText)
    }
    guard let name = call.text("element"), let key = call.text("property"),
      let value = call.text("value")
    else { throw DescriptionChange.Refusal("give `change`, or `element`, `property` and `value`") }
    let all = architecture.elements
    let element =
      name == "system"
      ? .system : all.first { architecture.name(of: $0) == name }
    guard let element else {
      let near = suggestion(for: name, among: all.map { architecture.name(of: $0) })
      throw DescriptionChange.Refusal(
        "there is no element `\(name.prefix(60))`" + hint(near))
    }
    guard let property = Property(key) else {
      let near = suggestion(for: key, among: Property.all.map(\.name))
      throw DescriptionChange.Refusal(
        "there is no key `\(key.prefix(60))`" + hint(near))
    }
    return (element, property, value)
  }
}
