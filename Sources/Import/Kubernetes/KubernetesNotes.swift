import Description

/// What is said of each file: the objects that were read, and those that say nothing here.
struct KubernetesNotes {
  private let cluster: KubernetesCluster
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Says what was read of each file, and what was not.
  func write() {
    let counted = Dictionary(grouping: cluster.objects, by: \.path)
    for path in cluster.paths {
      let own = counted[path] ?? []
      if own.isEmpty { system.ignoreAll(of: path, "it has no objects with a name") }
      var (firsts, counts) = ([KubernetesObject](), [String: Int]())
      for object in own {
        if counts[object.kind] == nil { firsts.append(object) }
        counts[object.kind, default: 0] += 1
      }
      for first in firsts {
        let count = counts[first.kind] ?? 0
        if let why = reasonToIgnore(first) {
          system.ignore(.init(ImportNote.Count(count, first.kind), why: why), of: path)
        } else {
          system.note(count, first.kind, of: path)
        }
      }
    }
  }

  private func reasonToIgnore(_ object: KubernetesObject) -> String? {
    if let reason = system.page.reason(forIgnoring: object.kind) { return reason }
    let isRead =
      Self.readKinds.contains(object.kind) || object.template != nil
      || KubernetesResources.isKnown(object, system)
    return isRead ? nil : "no page knows the kind"
  }

  private static let readKinds: Set = [
    "Service", "Ingress", "Gateway", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute",
    "HorizontalPodAutoscaler", "ScaledObject", "PersistentVolumeClaim", "VirtualService",
    "DestinationRule", "ServiceProfile", "NetworkPolicy", "ConfigMap", "Secret",
  ]
}
