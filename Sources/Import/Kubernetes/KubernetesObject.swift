import SourceText
import YAML

/// One object of a cluster, as a manifest has it.
struct KubernetesObject {
  let root: KubernetesNode
  let kind: String
  /// What stands before the version in `apiVersion`, such as `apps`; empty for the core.
  let group: String
  let name: String
  /// Empty where the manifest leaves it to whoever applies it.
  let namespace: String
  /// The file that it is in.
  let path: String
  /// The place of its name.
  let span: SourceSpan

  /// The object in a document; nil for what has no kind or no name.
  init?(_ root: KubernetesNode, path: String) {
    guard let kind = root["kind"]?.text, let version = root["apiVersion"]?.text,
      let name = root["metadata", "name"] ?? root["metadata", "generateName"],
      let text = name.text, !text.isEmpty
    else { return nil }
    self.root = root
    self.kind = kind
    group = version.contains("/") ? String(version.prefix { $0 != "/" }) : ""
    self.name = text
    namespace = root["metadata", "namespace"]?.text ?? ""
    self.path = path
    span = name.span
  }

  /// Its specification.
  var spec: KubernetesNode? { root["spec"] }

  /// How it is called in sentences: `Deployment web`.
  var title: String { "\(kind) \(name)" }

  /// The annotations of the object, each with its place.
  var annotations: [(name: String, value: KubernetesNode)] {
    root["metadata", "annotations"]?.pairs ?? []
  }

  /// The template of the pods that it starts; nil for what starts none.
  var template: KubernetesNode? {
    switch kind {
    case "Pod": root
    case "CronJob": root["spec", "jobTemplate", "spec", "template"]
    case "Service": group == "serving.knative.dev" ? root["spec", "template"] : nil
    case "Deployment", "StatefulSet", "DaemonSet", "ReplicaSet", "ReplicationController", "Job",
      "Rollout", "DeploymentConfig":
      root["spec", "template"]
    default: nil
    }
  }

  /// Whether it is a Service of Knative, which is a workload.
  var isKnative: Bool { kind == "Service" && group == "serving.knative.dev" }
}
