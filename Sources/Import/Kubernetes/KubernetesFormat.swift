import Description
import YAML

/// Manifests of Kubernetes, and what Helm and Kustomize render.
///
/// - `KubernetesNode`, `KubernetesObject`, `KubernetesSelector`: values, objects, who is meant.
/// - `KubernetesCluster`: the objects of all inputs, and the workloads by name and by label.
/// - `KubernetesResources`: stores and brokers that an operator runs.
/// - `KubernetesServices`, `KubernetesRoutes`, `KubernetesPolicies`: names, ways in, and what holds
///   of the way.
/// - `KubernetesWorkloadReader`, `KubernetesVariables`, `KubernetesVolumes`, `KubernetesScaling`: a
///   workload to a component.
enum KubernetesFormat: ForeignFormat {
  static let id = "kubernetes"

  /// A document with `apiVersion` and `kind`, that is neither a template nor a tool's own file.
  static func recognises(_ text: ParsedText) -> Bool {
    guard text.documents.contains(where: { isObject($0, text.tree) }) else { return false }
    return !Stranger.isTemplate(text)
  }

  private static func isObject(_ keys: [(key: String, value: Int)], _ tree: SourceTree) -> Bool {
    guard let version = keys.first(where: { $0.key == "apiVersion" }).map({ tree.text($0.value) }),
      let kind = keys.first(where: { $0.key == "kind" }).map({ tree.text($0.value) }),
      keys.contains(where: { $0.key == "metadata" || $0.key == "items" })
    else { return false }
    let group = version.prefix { $0 != "/" }
    return !strangers.contains(String(group)) && kind != "Config"
  }

  /// Groups of files that are written like objects and go to no cluster.
  private static let strangers: Set = [
    "backstage.io", "skaffold", "kustomize.config.k8s.io", "kind.x-k8s.io", "k3d.io", "eksctl.io",
    "ctlptl.dev",
  ]

  static func secrets(in text: ParsedText) -> [Range<Int>] {
    SecretKeys.values(
      below: [
        "env", "data", "stringData", "binaryData", "command", "args", "triggers", "httpGet",
        "kubectl.kubernetes.io/last-applied-configuration",
      ], in: text)
  }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    var cluster = KubernetesCluster(system)
    for file in files { cluster.add(file) }
    cluster.nameWorkloads()
    KubernetesResources(cluster).read()
    KubernetesServices(cluster).read()
    KubernetesPolicies(cluster).read()
    KubernetesRoutes(cluster).read()
    KubernetesScaling(cluster).read()
    KubernetesWorkloadReader(cluster).read()
    KubernetesNotes(cluster).write()
  }
}
