import Architecture
import YAML

/// What the container that a workload is there for says of how it runs, its limits and its probes,
/// and what others wait for before it starts.
struct KubernetesContainer {
  private let system: ForeignSystem
  private let workload: KubernetesWorkload
  private let container: KubernetesNode

  /// Nil for a workload without containers.
  init?(_ cluster: KubernetesCluster, _ workload: KubernetesWorkload) {
    guard let container = workload.containers.first else { return nil }
    system = cluster.system
    self.workload = workload
    self.container = container
  }

  /// Adds what it says.
  func read() {
    let name = "limit memory"
    if let node = container["resources", "limits", "memory"], let text = node.text {
      system.add(attribute: name, Self.size(text), to: workload.component, at: node.span)
    }
    readProbes()
    readWaits()
  }

  /// A quantity of bytes, `512Mi` or `1G`, as sizes are written.
  static func size(_ text: String) -> String {
    guard let last = text.last, last.isASCII, last.isLetter, last != "m" else { return text }
    return text + "B"
  }

  /// What is waited for is most likely called.
  private func readWaits() {
    for first in workload.pod["initContainers"]?.items ?? [] {
      let words = ["command", "args"].flatMap { first[$0]?.items ?? [] }.compactMap(\.text)
      for address in Addresses(words.joined(separator: " ")).all.prefix(100) {
        system.add(
          Hint(
            source: workload.component, target: address.host, reason: "It waits for it to start"))
      }
    }
  }

  // MARK: - Probes

  /// What takes a replica out is known where all that is tried is whether it listens; a path that
  /// sounds like more is a question.
  private func readProbes() {
    let probes = ["readinessProbe", "livenessProbe"].compactMap { name in
      container[name].map { (name: name, node: $0) }
    }
    guard let first = probes.first else { return }
    let ways = Set(probes.map { probe in Self.ways.first { probe.node[$0] != nil } ?? "" })
    if ways.count == 1, let way = ways.first {
      system.add(
        attribute: "probe \(way)", way, to: workload.component, at: first.node.span)
    }
    for probe in probes where ask(probe.name, probe.node) { return }
  }

  private static let ways = ["httpGet", "tcpSocket", "exec", "grpc"]

  /// Asks where the path of a probe sounds like more than the replica itself; whether it does.
  private func ask(_ name: String, _ probe: KubernetesNode) -> Bool {
    guard let text = probe["httpGet", "path"]?.text else { return false }
    let path = String(text.prefix { $0 != "?" && $0 != "#" }.prefix(60))
    guard let attribute = system.page.attributes["probe path \(path.lowercased())"],
      case .text(let value)? = attribute.value(of: path)
    else { return false }
    system.ask(
      "does the \(name) of `\(system.components[workload.component].name)` look at what stands "
        + "behind it (`\(attribute.property.name): \(value)`)? It asks for \(path)",
      of: workload.object.path)
    return true
  }
}
