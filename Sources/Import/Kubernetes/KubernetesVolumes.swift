import Architecture
import SourceText
import YAML

/// What the volumes of a workload say: data on the disk of a copy that is no store.
struct KubernetesVolumes {
  private let cluster: KubernetesCluster
  /// Claims by namespace and name.
  private let claims: [String: KubernetesObject]
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) {
    self.cluster = cluster
    claims = Dictionary(
      cluster.objects(of: "PersistentVolumeClaim").map { ("\($0.namespace)/\($0.name)", $0) }
    ) { first, _ in first }
  }

  /// Reads the volumes that containers of a workload mount.
  func read(_ workload: KubernetesWorkload) {
    let mounts = workload.containers.flatMap { $0["volumeMounts"]?.items ?? [] }
    let mounted = Set(mounts.compactMap { $0["name"]?.text })
    let isWork = (system.components[workload.component].kind?.role ?? .work) == .work
    for template in workload.object.spec?["volumeClaimTemplates"]?.items ?? [] where isWork {
      system.add(
        attribute: "volume template", "volume", to: workload.component, at: template.span)
    }
    var scratch: KubernetesNode?
    for volume in workload.pod["volumes"]?.items ?? []
    where mounted.contains(volume["name"]?.text ?? "") {
      if let claim = volume["persistentVolumeClaim"] {
        readClaim(claim, of: workload, isWork: isWork)
      } else if let host = volume["hostPath"], isWork, !isOfMachine(host["path"]?.text ?? "") {
        system.add(attribute: "volume hostPath", "data", to: workload.component, at: host.span)
      } else if let empty = volume["emptyDir"] {
        scratch = scratch ?? empty
      }
    }
    guard isWork else { return }
    if let scratch {
      system.add(attribute: "volume emptyDir", "scratch", to: workload.component, at: scratch.span)
    }
    readRoot(of: workload)
  }

  /// Without a volume, a file system that nobody may write to holds nothing.
  private func readRoot(of workload: KubernetesWorkload) {
    let locks = workload.containers.compactMap {
      $0["securityContext", "readOnlyRootFilesystem"]
    }.filter { $0.text == "true" }
    guard locks.count == workload.containers.count, let lock = locks.first else { return }
    system.add(attribute: "volume none", "none", to: workload.component, at: lock.span)
  }

  private func readClaim(
    _ node: KubernetesNode, of workload: KubernetesWorkload, isWork: Bool
  ) {
    guard let name = node["claimName"], let text = name.text else { return }
    let claim = claims["\(workload.object.namespace)/\(text)"]
    let modes = (claim?.spec?["accessModes"]?.items ?? []).compactMap(\.text)
    let isOfMany = modes.contains { $0 == "ReadWriteMany" || $0 == "ReadOnlyMany" }
    if isWork, !isOfMany {
      system.add(attribute: "volume claim", "data", to: workload.component, at: name.span)
    }
    let copies = system.components[workload.component].facts[.replicas]?.value.number
    guard let copies = copies ?? workload.replicas?.count, copies > 1, !modes.isEmpty, !isOfMany,
      workload.object.kind != "StatefulSet"
    else { return }
    system.yaml.complain(
      "one-writer",
      "\(Int(min(copies, 1e9))) copies of \(workload.object.title) share the claim "
        + "`\(text.prefix(60))`, which is \(modes[0]): one machine at a time mounts it",
      "copies on other machines never start; take a StatefulSet with `volumeClaimTemplates`, or "
        + "a claim that is ReadWriteMany", at: name.span, weight: .warning)
  }

  /// Files of the machine that agents look at, which are no data of theirs.
  private func isOfMachine(_ path: String) -> Bool {
    system.page.reason(forIgnoring: "hostPath \(path)") != nil
  }
}
