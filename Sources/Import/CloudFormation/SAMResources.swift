import SourceText

/// What SAM makes of one resource: the resource, its events, and the role with its policies.
struct SAMResources {
  private let instance: TemplateInstance
  private let resource: Resource

  /// The APIs that are made where an event names none, with their types.
  static let implicit = [
    ("ServerlessRestApi", "AWS::Serverless::Api"),
    ("ServerlessHttpApi", "AWS::Serverless::HttpApi"),
  ]
  private static let apis = [
    "Api": ("RestApiId", "ServerlessRestApi"), "HttpApi": ("ApiId", "ServerlessHttpApi"),
  ]

  init(_ instance: TemplateInstance, _ resource: Resource) {
    self.instance = instance
    self.resource = resource
  }

  func all() -> [Resource] {
    if resource.type == "AWS::Serverless::Connector" { return [connector] }
    guard resource.type.hasPrefix("AWS::Serverless::") else { return [resource] }
    var own = resource
    let events = (resource.values["Events"]?.fields ?? []).compactMap(event)
    var role: [Resource] = []
    if resource.values["Role"] == nil, let policies = resource.values["Policies"] {
      let made = self.role(policies)
      role = [made]
      own = own.setting("Role", reference(made.address))
    }
    return [own] + role + events
  }

  private func reference(_ address: String) -> ResourceValue {
    ResourceValue(content: .unknown, span: resource.span, references: [address])
  }

  private func event(_ name: String, _ event: ResourceValue) -> Resource? {
    guard let type = event["Type"]?.text else { return nil }
    var fields = event["Properties"]?.fields ?? []
    fields.append(("Function", reference(resource.address)))
    if let (key, api) = Self.apis[type], !fields.contains(where: { $0.name == key }) {
      fields.append((key, reference(instance.prefix + api)))
    }
    return part("event/" + type, name, event.span, fields)
  }

  private func role(_ policies: ResourceValue) -> Resource {
    let statements = policies.items.flatMap { policy -> [ResourceValue] in
      if let statement = policy["Statement"] { return statement.items }
      guard let template = policy.fields.first, policy.fields.count == 1 else { return [] }
      let span = policy.span
      let named = template.value.fields.map(\.value)
      return [
        ResourceValue(
          content: .fields([
            (
              "Action",
              ResourceValue(
                content: .list([ResourceValue(content: .text(template.name), span: span)]),
                span: span)
            ),
            ("Resource", ResourceValue(content: .list(named), span: span)),
          ]), span: span)
      ]
    }
    return part(
      "sam/role", "Role", policies.span,
      [("Statement", ResourceValue(content: .list(statements), span: policies.span))])
  }

  /// A connector names its ends by their names in the template.
  private var connector: Resource {
    var own = resource
    for end in ["Source", "Destination"] {
      let ids = resource.values.values(at: end + ".Id").compactMap(\.text)
      guard !ids.isEmpty else { continue }
      own = own.setting(
        end,
        .init(content: .unknown, span: resource.span, references: ids.map { instance.prefix + $0 }))
    }
    return own
  }

  private func part(
    _ type: String, _ name: String, _ span: SourceSpan,
    _ fields: [(name: String, value: ResourceValue)]
  ) -> Resource {
    Resource(
      type: type, name: resource.name + name, address: resource.address + name,
      module: resource.module, span: span, path: resource.path,
      values: ResourceValue(content: .fields(fields), span: span))
  }
}
