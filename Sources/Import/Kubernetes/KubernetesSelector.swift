/// Which pods something is about, by their labels.
struct KubernetesSelector {
  private let labels: [String: String]
  private let expressions: [(key: String, isIn: Bool, values: [String])]

  /// Labels that all have to be there, as a Service has them.
  init(labels node: KubernetesNode) {
    labels = node.texts
    expressions = []
  }

  /// `matchLabels` and `matchExpressions`.
  init(_ node: KubernetesNode) {
    labels = node["matchLabels"]?.texts ?? [:]
    expressions = (node["matchExpressions"]?.items ?? []).compactMap { item in
      guard let key = item["key"]?.text, let word = item["operator"]?.text else { return nil }
      return (
        key, word == "In" || word == "Exists", (item["values"]?.items ?? []).compactMap(\.text)
      )
    }
  }

  /// Whether it asks for nothing, and all pods of a namespace have that.
  var isEmpty: Bool { labels.isEmpty && expressions.isEmpty }

  /// Whether a pod with some labels is meant.
  func selects(_ pod: [String: String]) -> Bool {
    labels.allSatisfy { pod[$0.key] == $0.value }
      && expressions.allSatisfy { expression in
        let has = pod[expression.key].map {
          expression.values.isEmpty || expression.values.contains($0)
        }
        return (has ?? false) == expression.isIn
      }
  }

  /// A label that a pod must have, to look it up by.
  var mark: String? {
    labels.min { ($0.value.count, $0.key) > ($1.value.count, $1.key) }.map {
      "\($0.key)=\($0.value)"
    }
  }
}
