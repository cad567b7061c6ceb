import SourceText
import YAML

/// A use of a template with its parameters: what its values are, as far as the files tell.
final class TemplateInstance {
  let template: Template
  /// What stands before the names of its resources, so that no two uses have the same.
  let prefix: String
  /// The names of the stacks in which it is nested, divided by a full stop.
  let module: String
  private let given: [String: ResourceValue]
  /// The templates that lead here, this one among them.
  private let outer: [String]
  /// The project lives longer than its instances.
  unowned let project: TemplateProject
  private var nestedOnes: [String: TemplateInstance?] = [:]
  var yaml: YAMLReader { project.system.yaml }

  init(
    _ template: Template, _ project: TemplateProject, prefix: String, module: String = "",
    given: [String: ResourceValue] = [:], below outer: [String] = []
  ) {
    self.outer = outer + [template.path]
    self.template = template
    self.project = project
    self.prefix = prefix
    self.module = module
    self.given = given
  }

  // MARK: - Values

  /// What a node says, its functions applied; nil where that is no value at all.
  func value(_ node: NodeReference, depth: Int = 0) -> ResourceValue? {
    guard depth < 60, project.mayGoOn() else { return unknown(node) }
    if let call = TemplateCall(node, yaml) { return apply(call, depth + 1) }
    return plainValue(node, depth)
  }

  /// The same without the function that a tag is.
  func plainValue(_ node: NodeReference, _ depth: Int) -> ResourceValue? {
    guard depth < 60 else { return unknown(node) }
    switch yaml.kind(node) {
    case .scalar, .alias:
      if yaml.isNull(node) {
        return ResourceValue(content: .unknown, span: yaml.span(node), isNull: true)
      }
      return project.variables?(node, self, depth + 1)
        ?? text(yaml.text(node), node)
    case .sequence:
      let items = children(node).compactMap { value($0, depth: depth + 1) }
      return ResourceValue(content: .list(items), span: yaml.span(node))
    case .mapping:
      var fields: [(name: String, value: ResourceValue)] = []
      for entry in Template.entries(node, yaml) {
        guard let value = value(entry.value, depth: depth + 1) else { continue }
        if entry.name == "<<" {
          fields += value.items.flatMap(\.fields)
        } else {
          fields.append((entry.name, value))
        }
      }
      return ResourceValue(content: .fields(fields), span: yaml.span(node))
    }
  }

  func children(_ node: NodeReference) -> [NodeReference] {
    guard yaml.kind(node) == .sequence else { return [] }
    return yaml.trees[node.tree].children(node.node).map {
      NodeReference(tree: node.tree, node: $0)
    }
  }

  func unknown(_ node: NodeReference, _ references: [String] = []) -> ResourceValue {
    ResourceValue(content: .unknown, span: yaml.span(node), references: references)
  }

  func text(_ text: String, _ node: NodeReference) -> ResourceValue {
    // What is looked up when the stack is made is not known.
    text.hasPrefix("{{resolve:")
      ? unknown(node) : ResourceValue(content: .text(text), span: yaml.span(node))
  }

  // MARK: - Names

  /// What a name stands for: a parameter, a resource, or something that every stack has.
  func named(_ name: String, at node: NodeReference, _ depth: Int) -> ResourceValue? {
    if name == "AWS::NoValue" { return nil }
    if name.hasPrefix("AWS::") {
      project.standIns += 1
      return text(Self.known[name] ?? "0", node)
    }
    if let parameter = template.entry("Parameters", name) {
      return self.parameter(name, parameter, at: node, depth)
    }
    return unknown(node, [prefix + name])
  }

  /// Words that stand for what only a stack that runs knows, the same wherever they stand.
  private static let known = [
    "AWS::Region": "region", "AWS::StackName": "stack", "AWS::Partition": "aws",
    "AWS::URLSuffix": "amazonaws.com",
  ]

  private func parameter(
    _ name: String, _ parameter: NodeReference, at node: NodeReference, _ depth: Int
  ) -> ResourceValue? {
    if var value = given[name] {
      value.span = yaml.span(node)
      return value
    }
    let type = Template.child("Type", of: parameter, yaml).map(yaml.text) ?? ""
    let isHidden = Template.child("NoEcho", of: parameter, yaml).map(yaml.text) == "true"
    guard let start = Template.child("Default", of: parameter, yaml), !isHidden,
      !type.contains("SSM::Parameter"), !yaml.isNull(start)
    else { return unknown(node) }
    let text = yaml.text(start)
    guard type == "CommaDelimitedList" || type.hasPrefix("List<") else {
      return self.text(text, node)
    }
    let items = text.split(separator: ",").map { part in
      self.text(part.trimmingBlanks, node)
    }
    return ResourceValue(content: .list(items), span: yaml.span(node))
  }

  /// An attribute of a resource, or an output of a nested stack.
  func attribute(_ path: String, at node: NodeReference, _ depth: Int) -> ResourceValue? {
    let parts = path.split(separator: ".", maxSplits: 1).map(String.init)
    guard let name = parts.first else { return unknown(node) }
    if parts.count > 1, parts[1].hasPrefix("Outputs."), let nested = nested(name, depth) {
      return nested.output(String(parts[1].dropFirst(8)), depth) ?? unknown(node)
    }
    return unknown(node, [prefix + name])
  }

  /// What an output of the template is.
  func output(_ name: String, _ depth: Int) -> ResourceValue? {
    guard depth < 60, let output = template.entry("Outputs", name),
      let node = Template.child("Value", of: output, yaml)
    else { return nil }
    return value(node, depth: depth + 1)
  }

  // MARK: - Nested stacks

  /// The use of another template that a resource is; nil for one whose template is not here.
  func nested(_ name: String, _ depth: Int) -> TemplateInstance? {
    if let known = nestedOnes[name] { return known }
    nestedOnes[name] = .some(nil)
    guard let resource = template.entry("Resources", name),
      let properties = Template.child("Properties", of: resource, yaml),
      let url = Template.child("TemplateURL", of: properties, yaml)
        ?? Template.child("Location", of: properties, yaml),
      let path = value(url, depth: depth + 1)?.text, depth < 60,
      let found = project.template(path, from: template.path), !outer.contains(found.path),
      outer.count < 8
    else { return nil }
    let parameters =
      Template.child("Parameters", of: properties, yaml)
      .flatMap { value($0, depth: depth + 1) }?.fields ?? []
    let nested = TemplateInstance(
      found, project, prefix: prefix + name + ".",
      module: module.isEmpty ? name : module + "." + name,
      given: Dictionary(parameters.map { ($0.name, $0.value) }) { first, _ in first },
      below: outer)
    nestedOnes[name] = nested
    return nested
  }
}

extension Substring {
  /// The text without blanks at its ends.
  var trimmingBlanks: String {
    var text = drop(while: \.isWhitespace)
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
