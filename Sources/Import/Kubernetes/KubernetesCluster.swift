import Description
import SourceText
import YAML

/// The objects of some manifests that belong together.
struct KubernetesCluster {
  let system: ForeignSystem
  let annotations: KubernetesAnnotations
  private(set) var objects: [KubernetesObject] = []
  private(set) var workloads: [KubernetesWorkload] = []
  /// The keys of all workloads, in small letters.
  private(set) var workloadKeys: Set<String> = []
  /// Workloads by their labels, `key=value`, as numbers in their list.
  private var marked: [String: [Int]] = [:]
  /// Workloads by kind, namespace and name.
  private var named: [String: Int] = [:]
  private var kinds: [String: [Int]] = [:]
  /// The files, in their order.
  private(set) var paths: [String] = []

  init(_ system: ForeignSystem) {
    self.system = system
    annotations = KubernetesAnnotations(system)
  }

  /// Adds the objects of a file.
  mutating func add(_ file: ForeignFile) {
    paths.append(file.path)
    for object in KubernetesObjects.all(in: file, system.yaml) {
      kinds[object.kind, default: []].append(objects.count)
      objects.append(object)
    }
  }

  /// The objects of a kind, in their order.
  func objects(of kind: String) -> [KubernetesObject] { (kinds[kind] ?? []).map { objects[$0] } }

  // MARK: - Workloads

  /// Makes a component of each workload.
  mutating func nameWorkloads() {
    let owners = Dictionary(grouping: objects.filter { $0.template != nil }) { $0.name }
    let shared = Set(
      owners.filter { Set($0.value.map(\.namespace)).count > 1 }.keys)
    for object in objects { add(object, isShared: shared.contains(object.name)) }
    let namespaces = Set(workloads.map(\.object.namespace))
    if system.name == nil, namespaces.count == 1, let name = namespaces.first, name != "default",
      !name.isEmpty
    {
      system.name = name
    }
  }

  private mutating func add(_ object: KubernetesObject, isShared: Bool) {
    guard let template = object.template, let pod = template["spec"] else { return }
    if let reason = reasonToLeaveOut(object) {
      return system.ignore(object.title, reason, of: object.path)
    }
    let containers = containers(of: pod, object)
    let place = object.namespace.isEmpty ? "default" : object.namespace
    let key = isShared ? "\(place)-\(object.name)" : object.name
    let component = system.component(key, at: object.span)
    let labels = template["metadata", "labels"]?.texts ?? [:]
    let number = workloads.count
    workloads.append(
      KubernetesWorkload(
        object: object, component: component, key: key, labels: labels, pod: pod,
        containers: containers))
    workloadKeys.insert(key.lowercased())
    for label in labels { marked["\(label.key)=\(label.value)", default: []].append(number) }
    named[Self.address(object.kind, object.name, object.namespace)] = number
  }

  private func reasonToLeaveOut(_ object: KubernetesObject) -> String? {
    if object.annotations.contains(where: { $0.name == "helm.sh/hook" }) {
      return "it runs when a release is installed, changed or tested"
    }
    guard object.spec?["replicas"]?.number == 0, object.kind != "Rollout" else { return nil }
    return "it has 0 replicas"
  }

  /// The containers of a pod; a sidecar is left out where something else is there.
  private func containers(of pod: KubernetesNode, _ object: KubernetesObject) -> [KubernetesNode] {
    let all = pod["containers"]?.items ?? []
    let reasons = all.map(reasonToIgnore)
    guard reasons.contains(nil) else { return all }
    for (container, reason) in zip(all, reasons) {
      guard let reason else { continue }
      system.ignore("container \(container["name"]?.text ?? "")", reason, of: object.path)
    }
    return zip(all, reasons).filter { $0.1 == nil }.map(\.0)
  }

  private func reasonToIgnore(_ container: KubernetesNode) -> String? {
    let name = container["name"]?.text ?? ""
    let image = ImageName(container["image"]?.text ?? "").last
    return system.page.reason(forIgnoring: "container \(name)")
      ?? system.page.reason(forIgnoring: "container \(image)")
  }

  private static func address(_ kind: String, _ name: String, _ space: String) -> String {
    "\(kind)/\(space.isEmpty ? "default" : space)/\(name)"
  }

  /// The workload of a kind and a name.
  func workload(_ kind: String, _ name: String, in space: String) -> KubernetesWorkload? {
    named[Self.address(kind, name, space)].map { workloads[$0] }
  }

  /// The workloads that a selector means, in a namespace, in their order.
  func workloads(_ selector: KubernetesSelector, in space: String) -> [KubernetesWorkload] {
    guard let mark = selector.mark else {
      return workloads.filter { selector.selects($0.labels) && isSame($0.object.namespace, space) }
    }
    return (marked[mark] ?? []).map { workloads[$0] }.filter {
      selector.selects($0.labels) && isSame($0.object.namespace, space)
    }
  }

  /// A namespace that one of both leaves open is the same.
  private func isSame(_ one: String, _ other: String) -> Bool {
    one == other || one.isEmpty || other.isEmpty
  }

  /// The names under which a Service is reached from everywhere.
  static func hosts(_ name: String, _ space: String) -> [String] {
    let place = space.isEmpty ? "default" : space
    let host = host(name, place)
    return [
      host + ".cluster.local", host + ".cluster.local.", host, "\(name).\(place)", name,
    ]
  }

  /// The name of a Service that tells it from those of other namespaces.
  static func host(_ name: String, _ space: String) -> String {
    "\(name).\(space.isEmpty ? "default" : space).svc"
  }

  /// The component that a host means to whoever is in a namespace; nil where nothing has that name.
  func component(_ host: String, in space: String) -> Int? {
    let parts = host.split(separator: ".")
    let name = parts.first.map(String.init) ?? host
    let place = parts.count > 1 ? String(parts[1]) : space
    return system.number(of: Self.host(name, place)) ?? system.number(of: host)
  }
}
