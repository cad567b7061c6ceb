import SourceText

/// What starts pods: a Deployment and its likes.
struct KubernetesWorkload {
  let object: KubernetesObject
  /// The component that it is.
  let component: Int
  /// The name under which all others can mention it.
  let key: String
  /// The labels of its pods.
  let labels: [String: String]
  /// The specification of its pods.
  let pod: KubernetesNode
  /// Its containers, sidecars left out; the first one is what it is there for.
  let containers: [KubernetesNode]

  /// The copies that it asks for; nil where it does not say it.
  var replicas: (count: Double, span: SourceSpan)? {
    guard let node = object.spec?["replicas"] ?? object.spec?["parallelism"],
      let count = node.number, count >= 1
    else { return nil }
    return (count, node.span)
  }
}
