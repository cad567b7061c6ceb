import Description
import SourceText
import YAML

/// Docker Compose, and the stacks of Swarm.
///
/// - `ComposeFiles`: which files of a folder belong together, and in which order.
/// - `ComposeProject`: the services of some files, with what overrides, extends and includes them.
/// - `ComposeVariables`: `${VAR:-default}` and its likes.
/// - `ComposeService`: one service as several files say it together.
/// - `ComposeServiceReader`: a service to a component.
enum ComposeFormat: ForeignFormat {
  static let id = "compose"

  /// A mapping of services, each with an image, a build or another key that only services have; or,
  /// as the first version was written, such services at the top; or files to include.
  static func recognises(_ text: ParsedText) -> Bool {
    text.documents.contains { document in
      let keys = Set(document.map(\.key))
      guard strangers.isDisjoint(with: keys) else { return false }
      if let services = document.first(where: { $0.key == "services" })?.value {
        let all = text.tree.pairs(services)
        return all.isEmpty
          ? !keys.isDisjoint(with: ["version", "networks", "volumes"])
          : all.contains { isService($0.value, text.tree) }
      }
      if keys.contains("include") {
        return keys.isSubset(of: ["include", "name", "version", "networks", "volumes"])
      }
      let own = document.filter { !$0.key.hasPrefix("x-") }
      return !own.isEmpty && own.allSatisfy { isFirstVersion($0.value, text.tree) }
    }
  }

  /// Keys at the top of files of other tools that have services as well.
  private static let strangers: Set = [
    "apiVersion", "openapi", "asyncapi", "components", "jobs", "AWSTemplateFormatVersion",
    "provider",
    "system", "Resources",
  ]

  private static func keys(_ node: Int, _ tree: SourceTree) -> Set<String> {
    Set(tree.pairs(node).map { tree.text($0.key) })
  }

  private static func isService(_ node: Int, _ tree: SourceTree) -> Bool {
    !keys(node, tree).isDisjoint(with: [
      "image", "build", "environment", "depends_on", "ports", "deploy", "extends", "volumes",
      "command", "networks", "<<", "scale", "restart", "expose", "links", "env_file", "profiles",
      "container_name", "entrypoint", "healthcheck", "network_mode", "mem_limit", "cpus",
    ])
  }

  private static func isFirstVersion(_ node: Int, _ tree: SourceTree) -> Bool {
    let keys = keys(node, tree)
    return !keys.isDisjoint(with: ["image", "build"])
      && keys.isDisjoint(with: ["runs-on", "steps", "stage", "script"])
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] {
    SecretKeys.values(
      below: [
        "environment", "args", "command", "entrypoint", "labels", "test", "content", "healthcheck",
        "secrets", "driver_opts", "logging", "x-environment", "env",
      ], in: text)
  }

  /// What it includes, and what its services extend.
  static func parts(in text: ParsedText) -> [String] {
    let tree = text.tree
    func values(_ node: Int, _ key: String) -> [Int] {
      tree.pairs(node).filter { tree.text($0.key) == key }.map(\.value)
    }
    func items(_ node: Int) -> [Int] {
      tree.kind(node) == .sequence ? Array(tree.children(node)) : [node]
    }
    let nodes = tree.roots.flatMap { root in
      let included = values(root, "include").flatMap(items)
      let services = values(root, "services").flatMap { tree.pairs($0).map(\.value) }
      return included.flatMap {
        tree.kind($0) == .mapping ? values($0, "path").flatMap(items) : [$0]
      }
        + services.flatMap { values($0, "extends").flatMap { values($0, "file") } }
    }
    return nodes.filter { tree.kind($0) == .scalar }.map(tree.text)
  }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    var project = ComposeProject(system)
    let files = ComposeFiles(system).read(of: files)
    for file in files { project.add(file) }
    for file in files { project.addOverride(of: file) }
    project.finish()
  }
}
