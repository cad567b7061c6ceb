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
      if own.isEmpty { system.ignore("nothing", "it has no objects with a name", of: path) }
      var (firsts, counts) = ([KubernetesObject](), [String: Int]())
      for object in own {
        if counts[object.kind] == nil { firsts.append(object) }
        counts[object.kind, default: 0] += 1
      }
      for first in firsts {
        let (kind, count) = (first.kind, counts[first.kind] ?? 0)
        let isPlain = count == 1 || !(kind.hasSuffix("s") || kind.hasSuffix("y"))
        let noun = isPlain ? kind : "\(kind) object"
        if let why = reasonToIgnore(first) {
          system.ignore("\(count) \(noun)\(count == 1 ? "" : "s")", why, of: path)
        } else {
          system.note(count, noun, of: path)
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
