import SourceText
import YAML

/// The resources of a use of a template, and those of the stacks that it nests.
struct TemplateResources {
  private let instance: TemplateInstance
  private var yaml: YAMLReader { instance.yaml }
  private var project: TemplateProject { instance.project }

  init(_ instance: TemplateInstance) { self.instance = instance }

  /// All of them, in the order of the text.
  func all() -> [Resource] {
    var all: [Resource] = []
    var isLooped = false
    for entry in instance.template.entries("Resources") {
      if entry.name.hasPrefix("Fn::") {
        isLooped = true
        continue
      }
      guard let type = Template.child("Type", of: entry.value, yaml).map(yaml.text) else {
        continue
      }
      if let condition = Template.child("Condition", of: entry.value, yaml),
        TemplateConditions(instance).isTrue(yaml.text(condition), 0) == false
      {
        project.leftOut(entry.name, in: instance.template.path)
        continue
      }
      if let nested = instance.nested(entry.name, 0) {
        all += TemplateResources(nested).all()
        continue
      }
      all += SAMResources(instance, resource(entry.name, type, entry.key, entry.value)).all()
    }
    if isLooped {
      project.system.ignore(
        "Fn::ForEach, Fn::Transform", "only CloudFormation expands them", of: instance.template.path
      )
    }
    return addingImplicit(all)
  }

  private func resource(
    _ name: String, _ type: String, _ key: NodeReference, _ node: NodeReference
  ) -> Resource {
    let properties = Template.child("Properties", of: node, yaml)
    var values = ResourceValue(content: .fields([]), span: yaml.span(key))
    if isKnown(type), let properties, let value = instance.value(properties) {
      values = value
    }
    if let start = globals(of: type) { values = Self.merged(start, values) }
    return Resource(
      type: type, name: name, address: instance.prefix + name, module: instance.module,
      span: yaml.span(key), path: instance.template.path, values: values)
  }

  private func isKnown(_ type: String) -> Bool {
    project.system.mappings.knows(type, by: project.page)
  }

  /// What a template of SAM says of all resources of a type.
  private func globals(of type: String) -> ResourceValue? {
    guard type.hasPrefix("AWS::Serverless::"), isKnown(type),
      let node = instance.template.entry("Globals", String(type.dropFirst(17)))
    else { return nil }
    return instance.value(node)
  }

  /// Values completed by what all of their kind have: fields are joined, lists follow each other.
  static func merged(_ start: ResourceValue, _ own: ResourceValue) -> ResourceValue {
    switch (start.content, own.content) {
    case (.fields(let first), .fields(let second)):
      var fields = second
      for field in first {
        if let index = fields.firstIndex(where: { $0.name == field.name }) {
          fields[index].value = merged(field.value, fields[index].value)
        } else {
          fields.append(field)
        }
      }
      return ResourceValue(content: .fields(fields), span: own.span, references: own.references)
    case (.list(let first), .list(let second)):
      return ResourceValue(content: .list(first + second), span: own.span)
    case (_, .unknown): return own.references.isEmpty ? start : own
    default: return own
    }
  }

  /// The APIs that SAM makes where events name none.
  private func addingImplicit(_ resources: [Resource]) -> [Resource] {
    var all = resources
    let addresses = Set(resources.map(\.address))
    for (name, type) in SAMResources.implicit {
      let address = instance.prefix + name
      guard !addresses.contains(address),
        let user = resources.first(where: { $0.values.allReferences.contains(address) })
      else { continue }
      let values = globals(of: type) ?? ResourceValue(content: .fields([]), span: user.span)
      all.append(
        Resource(
          type: type, name: name, address: address, module: instance.module, span: user.span,
          path: user.path, values: values, isMade: true))
    }
    return all
  }
}
