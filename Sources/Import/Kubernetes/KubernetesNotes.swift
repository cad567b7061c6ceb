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
      var (kinds, counts) = ([String](), [String: Int]())
      for object in own {
        if counts[object.kind] == nil { kinds.append(object.kind) }
        counts[object.kind, default: 0] += 1
      }
      for kind in kinds {
        let count = counts[kind] ?? 0
        let isPlain = count == 1 || !(kind.hasSuffix("s") || kind.hasSuffix("y"))
        let noun = isPlain ? kind : "\(kind) object"
        if let why = reasonToIgnore(kind) {
          system.ignore("\(count) \(noun)\(count == 1 ? "" : "s")", why, of: path)
        } else {
          system.note(count, noun, of: path)
        }
      }
    }
  }

  private func reasonToIgnore(_ kind: String) -> String? {
    if let reason = system.page.reason(forIgnoring: kind) { return reason }
    let isRead =
      Self.readKinds.contains(kind)
      || cluster.objects(of: kind).contains {
        $0.template != nil || KubernetesResources.isKnown($0, system)
      }
    return isRead ? nil : "no page knows the kind"
  }

  private static let readKinds: Set = [
    "Service", "Ingress", "Gateway", "HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute",
    "HorizontalPodAutoscaler", "ScaledObject", "PersistentVolumeClaim", "VirtualService",
    "DestinationRule", "ServiceProfile", "NetworkPolicy", "ConfigMap", "Secret",
  ]
}
