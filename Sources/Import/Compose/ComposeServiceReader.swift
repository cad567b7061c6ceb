import Architecture
import Description
import SourceText
import YAML

/// Reads services into components of a system.
struct ComposeServiceReader {
  private let system: ForeignSystem
  private let environment: EnvironmentReader
  private let commands: CommandReader
  private let rules: FormatPage
  /// The components of services, by their names.
  private var numbers: [String: Int] = [:]
  /// Services that run only when they are asked for.
  private var leftOut: Set<String> = []
  /// Services of which no more than one copy is said, by file.
  private var copies: [(path: String, count: Int)] = []
  private var yaml: YAMLReader { system.yaml }

  init(_ system: ForeignSystem) {
    self.system = system
    environment = EnvironmentReader(system)
    commands = CommandReader(system)
    rules = system.mappings.page("environment")
  }

  /// Makes the component of a service, under all names by which others reach it.
  mutating func name(_ service: ComposeService) {
    let profiles = service.names("profiles", in: yaml).map(\.text).filter { $0 != "*" }
    if let profile = profiles.first {
      leftOut.insert(service.name)
      return system.ignore(
        "service \(service.name)", "it runs only with the profile \(profile)", of: service.path)
    }
    if service.text("deploy", "replicas", in: yaml)?.text == "0"
      || service.text("scale", in: yaml)?.text == "0"
    {
      leftOut.insert(service.name)
      return system.ignore("service \(service.name)", "it has 0 replicas", of: service.path)
    }
    let component = system.component(service.name, at: yaml.span(service.key))
    numbers[service.name] = component
    for key in ["container_name", "hostname"] {
      if let alias = service.text(key, in: yaml)?.text { system.alias(alias, of: component) }
    }
    for network in service.values("networks", in: yaml) where yaml.kind(network.node) == .mapping {
      for entry in yaml.entries(network.node) {
        guard let aliases = ComposeService.child("aliases", of: entry.value, yaml) else { continue }
        for alias in yaml.oneOrMore(aliases) { system.alias(yaml.text(alias), of: component) }
      }
    }
  }

  /// Reads what a service says.
  mutating func read(_ service: ComposeService) {
    guard let component = numbers[service.name] else { return }
    let variables = variables(of: service)
    readProduct(service, variables, component)
    readCommand(service, component)
    readKindByName(service, component)
    for key in system.page.attributes.names {
      let parts = key.split(separator: ".").map(String.init)
      let found =
        parts.count == 2
        ? service.text(parts[0], parts[1], in: yaml)
        : parts.count == 1 ? service.text(parts[0], in: yaml) : nil
      guard let (text, span) = found else { continue }
      // One copy is what is written while a system is made; it says nothing of where it runs.
      if let attribute = system.page.attributes[key], attribute.property == .replicas, text == "1" {
        continue
      }
      system.add(attribute: key, text, to: component, at: span)
    }
    readCopies(service, component)
    if !service.values("ports", in: yaml).isEmpty {
      system.update(component) { $0.isPublished = true }
    }
    environment.read(variables, of: component)
    readLinks(service, component)
    ComposeVolumes(system).read(service, component)
  }

  /// Says where the number of copies is unknown, or one as it is written while a system is made.
  private mutating func readCopies(_ service: ComposeService, _ component: Int) {
    guard system.components[component].facts[.replicas] == nil else { return }
    if service.text("deploy", "mode", in: yaml)?.text == "global" {
      let name = system.components[component].name
      return system.ask(
        "how many nodes are there? `\(name)` runs one copy on each", of: service.path)
    }
    if copies.last?.path == service.path {
      copies[copies.count - 1].count += 1
    } else {
      copies.append((service.path, 1))
    }
  }

  /// Asks once what the files stand for.
  func finish() {
    guard let path = copies.first?.path else { return }
    let isOne = copies.count == 1
    let count = copies.reduce(0) { $0 + $1.count }
    let services = count == 1 ? "its service" : "\(count) services"
    system.ask(
      "\(isOne ? "does the file" : "do the files") describe development or production? For "
        + "\(services), \(isOne ? "it declares" : "they declare") one copy or none, which is "
        + "taken as unknown", of: path)
  }

  // MARK: - What it is

  private func readProduct(
    _ service: ComposeService, _ variables: [EnvironmentReader.Variable], _ component: Int
  ) {
    let mappings = system.mappings
    if let (image, span) = service.text("image", in: yaml),
      let found = mappings.product(ofImage: image)
    {
      return system.add(found, to: component, at: span)
    }
    let span = yaml.span(service.key)
    for variable in variables {
      if let found = mappings.product(ofSetting: variable.name) {
        return system.add(found, to: component, at: variable.span)
      }
    }
    if let found = mappings.keeper(named: service.name) {
      system.add(found, to: component, at: span)
    }
  }

  private func readCommand(_ service: ComposeService, _ component: Int) {
    for key in ["entrypoint", "command"] {
      guard let (node, layer) = service.value(key, in: yaml) else { continue }
      let words =
        yaml.kind(node) == .sequence
        ? yaml.items(node).map { layer.variables.replaced(in: yaml.text($0)) }
        : CommandReader.words(of: layer.variables.replaced(in: yaml.text(node)))
      commands.read(words, of: component, at: yaml.span(node))
    }
  }

  private func readKindByName(_ service: ComposeService, _ component: Int) {
    let words = EnvironmentWords.words(service.name)
    if !rules.consumers.isDisjoint(with: words) {
      system.update(component) { $0.isConsumer = true }
    }
    guard let last = words.last?.lowercased(), let kind = rules.names[last] else { return }
    system.guessKind(kind, of: component, in: service.path)
  }

  // MARK: - Whom it reaches

  private func variables(of service: ComposeService) -> [EnvironmentReader.Variable] {
    var order: [String] = []
    var found: [String: EnvironmentReader.Variable] = [:]
    func add(_ name: String, _ value: String, _ span: SourceSpan) {
      if found[name] == nil { order.append(name) }
      found[name] = EnvironmentReader.Variable(name: name, value: value, span: span)
    }
    for (text, span) in service.names("env_file", in: yaml) {
      let path = RelativePath.joined(service.layers.last?.path ?? service.path, text)
      let values = system.files.secretText(path).map { ComposeVariables(lines: $0).values } ?? [:]
      for name in values.keys.sorted() { add(name, values[name] ?? "", span) }
    }
    for (node, layer) in service.values("environment", in: yaml) {
      if yaml.kind(node) == .mapping {
        for entry in yaml.entries(node) {
          let value = yaml.isNull(entry.value) ? "" : yaml.text(entry.value)
          add(entry.name, layer.variables.replaced(in: value), yaml.span(entry.value))
        }
      } else {
        for item in yaml.oneOrMore(node) {
          let parts = yaml.text(item).split(
            separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
          guard parts.count == 2 else { continue }
          add(String(parts[0]), layer.variables.replaced(in: String(parts[1])), yaml.span(item))
        }
      }
    }
    return order.compactMap { found[$0] }
  }

  private func readLinks(_ service: ComposeService, _ component: Int) {
    for (text, span) in service.names("links", in: yaml) {
      let parts = text.split(separator: ":").map(String.init)
      guard let name = parts.first else { continue }
      if parts.count > 1 {
        system.update(component) { $0.aliases[parts[1].lowercased()] = name }
      }
      guard !leftOut.contains(name) else { continue }
      system.add(
        Mention(source: component, text: name, form: .name, evidence: "link \(name)", span: span))
    }
    for (name, _) in service.names("depends_on", in: yaml) where !leftOut.contains(name) {
      system.add(Hint(source: component, target: name, reason: "It starts after it"))
    }
  }
}
