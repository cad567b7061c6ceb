import Architecture
import SourceText

/// What holds of the ways between workloads: policies of a mesh, and who may reach whom.
struct KubernetesPolicies {
  private let cluster: KubernetesCluster
  private var annotations: KubernetesAnnotations { cluster.annotations }
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Reads all of them.
  func read() {
    for rule in cluster.objects(of: "DestinationRule") { readDestination(rule) }
    for profile in cluster.objects(of: "ServiceProfile") { readProfile(profile) }
    for policy in cluster.objects(of: "NetworkPolicy") { readNetwork(policy) }
  }

  private func readDestination(_ rule: KubernetesObject) {
    guard let host = rule.spec?["host"]?.text, let policy = rule.spec?["trafficPolicy"],
      let target = cluster.component(host, in: rule.namespace)
    else { return }
    if let pool = policy["connectionPool", "tcp", "maxConnections"], let text = pool.text {
      annotations.add("DestinationRule.maxConnections", text, reaching: target, at: pool.span)
    }
    if let detection = policy["outlierDetection"] {
      annotations.add(
        "DestinationRule.outlierDetection", "true", reaching: target, at: detection.span)
    }
    guard let hash = policy["loadBalancer", "consistentHash"], let key = hash.pairs.first else {
      return
    }
    system.add(
      attribute: "DestinationRule.consistentHash", key.name, to: target, at: hash.span)
  }

  /// The longest timeout of its routes holds for all calls.
  private func readProfile(_ profile: KubernetesObject) {
    guard let target = cluster.component(profile.name, in: profile.namespace) else { return }
    let timeouts = (profile.spec?["routes"]?.items ?? []).compactMap { $0["timeout"] }
    let longest = timeouts.max {
      KubernetesAnnotations.seconds($0.text ?? "") ?? 0
        < KubernetesAnnotations.seconds($1.text ?? "") ?? 0
    }
    guard let longest, let text = longest.text else { return }
    annotations.add("ServiceProfile.timeout", text, reaching: target, at: longest.span)
  }

  // MARK: - Network policies

  private func readNetwork(_ policy: KubernetesObject) {
    guard let spec = policy.spec else { return }
    let own = workloads(spec["podSelector"], in: policy)
    for (direction, end) in [("ingress", "from"), ("egress", "to")] {
      for rule in spec[direction]?.items ?? [] {
        for peer in rule[end]?.items ?? [] where peer["namespaceSelector"] == nil {
          for other in workloads(peer["podSelector"], in: policy) {
            for one in own {
              let isIn = direction == "ingress"
              connect(isIn ? other : one, isIn ? one : other, policy, peer.span)
            }
          }
        }
      }
    }
  }

  /// Whom a selector means; nobody where it means all of them, which says nothing of a call.
  private func workloads(
    _ node: KubernetesNode?, in policy: KubernetesObject
  ) -> [KubernetesWorkload] {
    guard let node else { return [] }
    let selector = KubernetesSelector(node)
    guard !selector.isEmpty else { return [] }
    let found = cluster.workloads(selector, in: policy.namespace)
    return found.count <= 20 ? found : []
  }

  private func connect(
    _ source: KubernetesWorkload, _ target: KubernetesWorkload, _ policy: KubernetesObject,
    _ span: SourceSpan
  ) {
    system.add(
      Mention(
        source: source.component, text: target.key, form: .name, evidence: policy.title,
        span: span))
  }
}
