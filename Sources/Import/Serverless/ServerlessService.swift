import Description
import SourceText
import YAML

/// The functions, events, constructs and resources of a file of the Serverless Framework.
struct ServerlessService {
  let system: ForeignSystem
  let file: ForeignFile
  let root: NodeReference
  let prefix: String
  let project: TemplateProject
  let variables: ServerlessVariables
  let instance: TemplateInstance
  var yaml: YAMLReader { system.yaml }

  /// The APIs that the framework makes for events, by the names that it gives them.
  static let apis = [
    "http": "ApiGatewayRestApi", "httpApi": "HttpApi", "websocket": "WebsocketsApi",
  ]
  /// What the framework makes for an event that names something by a word, with its type.
  static let made = ["sns": "AWS::SNS::Topic", "s3": "AWS::S3::Bucket"]

  init(
    _ system: ForeignSystem, _ page: FormatPage, _ file: ForeignFile, _ root: NodeReference,
    prefix: String
  ) {
    self.system = system
    self.file = file
    self.root = root
    self.prefix = prefix
    project = TemplateProject(system, page, CloudFormationFormat.self)
    variables = ServerlessVariables(system, file.path, root, prefix: prefix)
    project.variables = { [variables] in variables.value(of: $0, in: $1, $2) }
    instance = TemplateInstance(
      Template(system.yaml, file.path, root), project, prefix: prefix)
  }

  /// All that the file makes.
  func resources() -> [Resource] {
    var all: [Resource] = []
    for node in parts("functions") {
      for entry in Template.entries(node, yaml) where yaml.kind(entry.value) == .mapping {
        guard let value = instance.value(entry.value) else { continue }
        all += function(entry.name, entry.key, value)
      }
    }
    system.note(all.count { $0.type == "serverless/function" }, "function", of: file.path)
    for node in parts("constructs") {
      for entry in Template.entries(node, yaml) {
        all += construct(entry.name, entry.key, entry.value)
      }
    }
    all += stateMachines() + embedded()
    if let role { all.append(role) }
    all = addingApis(all)
    note()
    project.addNotes()
    return all
  }

  /// The mappings that a key holds: one, a list of them, or those of files.
  func parts(_ key: String) -> [NodeReference] {
    guard let node = Template.child(key, of: root, yaml) else { return [] }
    return yaml.oneOrMore(variables.followed(node)).map { variables.followed($0) }
      .filter { yaml.kind($0) == .mapping }
  }

  // MARK: - Functions

  func function(
    _ name: String, _ key: NodeReference, _ value: ResourceValue
  ) -> [Resource] {
    let own = instance.prefix + Self.logicalName(name)
    var values = value
    if let start = provider { values = TemplateResources.merged(start, values) }
    var resource = Resource(
      type: "serverless/function", name: name, address: own, span: yaml.span(key),
      path: file.path, values: values)
    var role: [Resource] = []
    if let statements = value["iamRoleStatements"] {
      let made = self.role(name, statements)
      role = [made]
      resource = resource.setting("role", reference([made.address], statements.span))
    } else if value["role"] == nil {
      resource = resource.setting(
        "role", reference([prefix + "IamRoleLambdaExecution"], yaml.span(key)))
    }
    let events = value["events"]?.items ?? []
    return [resource] + role + events.enumerated().flatMap { event($1, name, own, $0 + 1) }
  }

  /// What the provider says of all functions.
  private var provider: ResourceValue? {
    guard let provider = Template.child("provider", of: root, yaml) else { return nil }
    let fields = ["timeout", "environment"].compactMap { key in
      Template.child(key, of: provider, yaml).flatMap { instance.value($0) }.map { (key, $0) }
    }
    return ResourceValue(content: .fields(fields), span: yaml.span(provider))
  }

  /// `createOrder`: `CreateOrderLambdaFunction`.
  static func logicalName(_ name: String) -> String {
    let plain = name.replacing("-", with: "Dash").replacing("_", with: "Underscore")
    return plain.prefix(1).uppercased() + plain.dropFirst() + "LambdaFunction"
  }

  func reference(_ addresses: [String], _ span: SourceSpan) -> ResourceValue {
    ResourceValue(content: .unknown, span: span, references: addresses)
  }

  // MARK: - Rights

  private var role: Resource? {
    guard let provider = Template.child("provider", of: root, yaml) else { return nil }
    let iam = Template.child("iam", of: provider, yaml)
    let role = iam.flatMap { Template.child("role", of: $0, yaml) }
    let statements =
      role.flatMap { Template.child("statements", of: $0, yaml) }
      ?? Template.child("iamRoleStatements", of: provider, yaml)
    guard let value = statements.flatMap({ instance.value($0) }) else { return nil }
    return part(
      "sam/role", "IamRoleLambdaExecution", value.span, [("Statement", value)])
  }

  private func role(_ name: String, _ statements: ResourceValue) -> Resource {
    part("sam/role", name + "Role", statements.span, [("Statement", statements)])
  }

  private func note() {
    for name in variables.unread.prefix(5) {
      system.ignore(
        "file(\(name.prefix(60)))", "it is no YAML beside this file", of: file.path)
    }
  }
}
