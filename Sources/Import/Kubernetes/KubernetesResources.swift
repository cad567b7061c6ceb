import Architecture
import SourceText

/// Stores and brokers that an operator runs: one object of its own kind stands for all of one.
struct KubernetesResources {
  private let cluster: KubernetesCluster
  private var system: ForeignSystem { cluster.system }

  /// What operators add to the name of an object in the names of its Services.
  private static let endings = [
    "-rw", "-ro", "-r", "-primary", "-kafka-bootstrap", "-kafka-brokers", "-svc", "-es-http",
    "-haproxy", "-proxysql", "-leader", "-master", "-repl", "-pooler",
  ]

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Reads all of them.
  func read() {
    for object in cluster.objects {
      guard let found = Self.product(of: object, system) else { continue }
      let component = system.component(object.name, at: object.span)
      system.add(found, to: component, at: object.span)
      for ending in [""] + Self.endings {
        for host in KubernetesCluster.hosts(object.name + ending, object.namespace) {
          system.alias(host, of: component)
        }
      }
      for name in ["instances", "replicas", "numberOfInstances", "members", "clusterSize"] {
        guard let node = object.spec?[name], let text = node.text else { continue }
        system.add(attribute: "resource.\(name)", text, to: component, at: node.span)
      }
    }
  }

  /// Whether an object is one of these.
  static func isKnown(_ object: KubernetesObject, _ system: ForeignSystem) -> Bool {
    product(of: object, system) != nil
  }

  /// A kind that a page lists, `Cluster.postgresql.cnpg.io`, or that is called like a store.
  private static func product(
    of object: KubernetesObject, _ system: ForeignSystem
  ) -> FoundProduct? {
    guard object.group.contains("."), object.template == nil else { return nil }
    return system.mappings.product(ofResource: "\(object.kind).\(object.group)")
      ?? system.mappings.keeper(named: object.kind.lowercased())
  }
}
