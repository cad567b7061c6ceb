import Architecture
import YAML

/// How many copies workloads ask for.
///
/// One is what people write first: where nothing here has more, it says nothing of where the
/// manifests run.
struct KubernetesCopies {
  private let cluster: KubernetesCluster
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Adds the copies of all workloads, and asks once what the manifests stand for.
  func read() {
    let stated = cluster.workloads.filter { ($0.replicas?.count ?? 0) > 1 }
    let isScaled = cluster.workloads.contains {
      system.components[$0.component].facts[.replicas] != nil
    }
    var (paths, counts) = ([String](), [String: Int]())
    for workload in cluster.workloads {
      if let (count, span) = workload.replicas, isScaled || !stated.isEmpty {
        system.add(.replicas, .range(count, count), to: workload.component, at: span)
      }
      guard system.components[workload.component].facts[.replicas] == nil,
        workload.object.kind != "DaemonSet"
      else { continue }
      let path = workload.object.path
      if counts[path] == nil { paths.append(path) }
      counts[path, default: 0] += 1
    }
    ask(paths, counts)
  }

  private func ask(_ paths: [String], _ counts: [String: Int]) {
    let all = counts.values.reduce(0, +)
    guard let first = paths.first else { return }
    system.ask(
      "do the manifests describe development or production? For "
        + "\(all == 1 ? "a workload" : "\(all) workloads"), they declare one copy or none, which "
        + "is taken as unknown", of: first)
  }
}
