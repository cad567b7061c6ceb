import Description
import SourceText
import YAML

/// The services of some Compose files that belong together.
struct ComposeProject {
  private let system: ForeignSystem
  private var services: [ComposeService] = []
  private var numbers: [String: Int] = [:]
  private var variables: [String: ComposeVariables] = [:]
  /// Which files were added to others, and say nothing by themselves.
  private var added: Set<String> = []
  /// Services that those of other files extend, as `path#name`.
  private var extendedServices: Set<String> = []
  /// Files that somebody named or includes, whose services run.
  private var wanted: Set<String> = []
  private var yaml: YAMLReader { system.yaml }

  init(_ system: ForeignSystem) { self.system = system }

  /// Adds the services of a file; what is there already is overridden.
  mutating func add(_ file: ForeignFile) {
    guard let root = file.roots.first, yaml.kind(root) == .mapping,
      added.insert(file.path).inserted
    else { return }
    if file.isNamed { wanted.insert(file.path) }
    let values = self.variables(beside: file.path)
    let entries = yaml.entries(root)
    if system.name == nil, let name = entries.first(where: { $0.name == "name" })?.value {
      let text = values.replaced(in: yaml.text(name))
      if !text.isEmpty { system.name = text }
    }
    for entry in entries where entry.name == "include" { include(entry.value, of: file, values) }
    let all = entries.first { $0.name == "services" }
    let isFirstVersion = all == nil && !entries.contains { $0.name == "include" }
    let own =
      isFirstVersion
      ? entries.filter { !$0.name.hasPrefix("x-") }
      : all.map { yaml.kind($0.value) == .mapping ? yaml.entries($0.value) : [] } ?? []
    var count = 0
    for entry in own where MergeTag(entry.value, in: yaml) != nil { remove(entry.name) }
    for entry in own where yaml.kind(entry.value) == .mapping {
      add(entry, of: file, root, values)
      count += 1
    }
    system.note(count, "service", of: file.path)
    if count == 0 { system.ignoreAll(of: file.path, "it has no services of its own") }
  }

  /// Adds what Compose itself lays over a file: `compose.override.yaml` beside `compose.yaml`.
  mutating func addOverride(of file: ForeignFile) {
    for ending in [".yml", ".yaml"] where file.path.hasSuffix(ending) {
      let stem = file.path.dropLast(ending.count)
      guard !stem.hasSuffix(".override") else { return }
      for other in [".override.yml", ".override.yaml"] {
        guard case .text(let text, let flaws) = system.files.open(stem + other),
          ComposeFormat.recognises(text)
        else { continue }
        add(system.files.keep(text, flaws, as: ComposeFormat.self))
      }
    }
  }

  /// Makes components of all services.
  func finish() {
    var reader = ComposeServiceReader(system)
    let left = services.filter { !$0.layers.isEmpty && !isPattern($0) }
    for service in left { reader.name(service) }
    for service in left { reader.read(service) }
    reader.finish()
  }

  /// Whether a service only stands for what others have in common; says so.
  private func isPattern(_ service: ComposeService) -> Bool {
    guard extendedServices.contains("\(service.path)#\(service.name)"),
      !wanted.contains(service.path), !ComposeFiles.isDefault(service.path)
    else { return false }
    system.ignore("service \(service.name)", "services of other files extend it", of: service.path)
    return true
  }

  /// Takes back what earlier files say of a service.
  private mutating func remove(_ name: String) {
    guard let number = numbers[name] else { return }
    services[number].layers = []
  }

  private mutating func add(
    _ entry: Entry, of file: ForeignFile, _ root: NodeReference, _ values: ComposeVariables
  ) {
    let layer = ComposeService.Layer(entry.value, values, path: file.path, in: yaml)
    let layers = bases(of: layer, root, depth: 0) + [layer]
    if let number = numbers[entry.name] {
      services[number].layers += layers
    } else {
      numbers[entry.name] = services.count
      services.append(
        ComposeService(name: entry.name, key: entry.key, path: file.path, layers: layers))
    }
  }

  // MARK: - Other files

  /// What a service extends, the furthest first.
  private mutating func bases(
    of layer: ComposeService.Layer, _ root: NodeReference, depth: Int
  ) -> [ComposeService.Layer] {
    guard depth < 10, let node = layer.value(["extends"], in: yaml) else {
      return []
    }
    let isName = yaml.kind(node) == .scalar
    let name = isName ? node : ComposeService.child("service", of: node, yaml)
    guard let name else { return [] }
    var (path, root, values) = (layer.path, root, layer.variables)
    if !isName, let file = ComposeService.child("file", of: node, yaml) {
      path = RelativePath.joined(layer.path, layer.variables.replaced(in: yaml.text(file)))
      guard let other = extended(path, at: file) else { return [] }
      root = other
      values = variables(beside: path)
    }
    let services = ComposeService.child("services", of: root, yaml) ?? root
    guard let base = ComposeService.child(yaml.text(name), of: services, yaml),
      yaml.kind(base) == .mapping
    else {
      yaml.complain(
        "unknown-service", "there is no service `\(yaml.text(name).prefix(60))` to extend",
        "it is looked for in `\(path)`", at: name, weight: .warning)
      return []
    }
    guard base != layer.node else { return [] }
    if path != layer.path { extendedServices.insert("\(path)#\(yaml.text(name))") }
    let own = ComposeService.Layer(base, values, path: path, in: yaml)
    return bases(of: own, root, depth: depth + 1) + [own]
  }

  private var extendedRoots: [String: NodeReference] = [:]

  /// The root of a file that is only there to be extended.
  private mutating func extended(_ path: String, at node: NodeReference) -> NodeReference? {
    if let root = extendedRoots[path] { return root }
    switch system.files.open(path) {
    case .text(let text, let flaws):
      let root = system.files.keep(text, flaws, as: ComposeFormat.self).roots.first
      extendedRoots[path] = root
      return root
    case .again:
      let source = yaml.sources.texts.lastIndex { $0.path == path }
      return source.flatMap { source in
        yaml.trees[source].roots.first.map { NodeReference(tree: source, node: $0) }
      }
    case .failure(let failure):
      yaml.complain(
        "file-not-found", "`\(path)` \(failure.message)", "what is extended there is not read",
        at: node, weight: .warning)
      return nil
    }
  }

  private mutating func include(
    _ node: NodeReference, of file: ForeignFile, _ values: ComposeVariables
  ) {
    for item in yaml.oneOrMore(node) {
      let path =
        yaml.kind(item) == .mapping
        ? ComposeService.child("path", of: item, yaml).map(yaml.oneOrMore) ?? [] : [item]
      for path in path where yaml.kind(path) == .scalar {
        let target = RelativePath.joined(file.path, values.replaced(in: yaml.text(path)))
        wanted.insert(target)
        switch system.files.open(target) {
        case .text(let text, let flaws):
          add(system.files.keep(text, flaws, as: ComposeFormat.self))
        case .again: break
        case .failure(let failure):
          yaml.complain(
            "file-not-found", "the included file `\(target)` \(failure.message)",
            "its services are not read; a project ends at the nearest folder with .git or "
              + ".tenfold.yaml", at: path)
        }
      }
    }
  }

  /// The variables that `.env` beside a file sets.
  private mutating func variables(beside path: String) -> ComposeVariables {
    let file = RelativePath.joined(path, ".env")
    if let known = variables[file] { return known }
    let found =
      system.files.secretText(file).map { ComposeVariables(lines: $0) } ?? ComposeVariables()
    variables[file] = found
    return found
  }
}
