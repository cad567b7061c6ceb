import Architecture
import SourceText
import YAML

/// Autoscalers: how many copies there are at least and at most, and what their number follows.
struct KubernetesScaling {
  private let cluster: KubernetesCluster
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Reads all of them.
  func read() {
    for scaler in cluster.objects(of: "HorizontalPodAutoscaler") { readHorizontal(scaler) }
    for scaler in cluster.objects(of: "ScaledObject") { readScaled(scaler) }
  }

  // MARK: - Targets

  private func target(_ scaler: KubernetesObject) -> KubernetesWorkload? {
    guard let reference = scaler.spec?["scaleTargetRef"], let name = reference["name"],
      let text = name.text
    else { return nil }
    let kind = reference["kind"]?.text ?? "Deployment"
    if let found = cluster.workload(kind, text, in: scaler.namespace) { return found }
    let others = cluster.workloads.filter { $0.object.kind == kind }.map(\.object.name)
    guard !others.isEmpty else {
      system.ignore(
        scaler.title, "its target \(kind) \(text) is in none of the inputs", of: scaler.path)
      return nil
    }
    system.yaml.complain(
      "unknown-target", "\(scaler.title) scales \(kind) `\(text.prefix(60))`, which does not exist",
      unknown: text, among: others, otherwise: "it scales nothing", at: name.span, weight: .warning)
    return nil
  }

  private func add(
    _ low: Double, _ high: KubernetesNode, to workload: KubernetesWorkload
  ) {
    guard let most = high.number, most >= 1 else { return }
    system.add(
      .replicas, .range(min(max(1, low), most), most), to: workload.component, at: high.span)
  }

  // MARK: - HorizontalPodAutoscaler

  private func readHorizontal(_ scaler: KubernetesObject) {
    guard let spec = scaler.spec, let workload = target(scaler) else { return }
    if let most = spec["maxReplicas"] { add(spec["minReplicas"]?.number ?? 1, most, to: workload) }
    if let share = spec["targetCPUUtilizationPercentage"] {
      readMetric("cpu", share, at: share.span, workload, scaler)
    }
    for metric in spec["metrics"]?.items ?? [] { readMetric(metric, workload, scaler) }
  }

  private func readMetric(
    _ metric: KubernetesNode, _ workload: KubernetesWorkload, _ scaler: KubernetesObject
  ) {
    let kinds = ["resource", "containerResource", "pods", "object", "external"]
    guard let body = kinds.lazy.compactMap({ metric[$0] }).first,
      let name = body["name"] ?? body["metric", "name"] ?? body["metricName"], let text = name.text
    else { return }
    let share = body["target", "averageUtilization"] ?? body["targetAverageUtilization"]
    readMetric(text, share, at: name.span, workload, scaler)
  }

  private func readMetric(
    _ name: String, _ share: KubernetesNode?, at span: SourceSpan,
    _ workload: KubernetesWorkload, _ scaler: KubernetesObject
  ) {
    follow(name, workload, at: span)
    guard let share, let percent = share.text else { return }
    system.add(attribute: "scaling target", percent + "%", to: workload.component, at: share.span)
    let isAsked = workload.containers.allSatisfy { container in
      container["resources", "requests", name] != nil
        || container["resources", "limits", name] != nil
    }
    guard !isAsked, cluster.objects(of: "LimitRange").isEmpty else { return }
    system.yaml.complain(
      "share-of-nothing",
      "\(scaler.title) follows a share of the \(name) that a container of "
        + "\(workload.object.title) requests, and it requests none",
      "without `resources.requests.\(name)` the autoscaler does nothing", at: share.span,
      weight: .warning)
  }

  /// The first word of a metric that the page knows says what is followed.
  private func follow(_ name: String, _ workload: KubernetesWorkload, at span: SourceSpan) {
    guard let attribute = system.page.attributes["metric"] else { return }
    for word in EnvironmentWords.words(name) {
      guard let value = attribute.value(of: word.lowercased()) else { continue }
      return system.add(attribute.property, value, to: workload.component, at: span)
    }
  }

  // MARK: - KEDA

  private func readScaled(_ scaler: KubernetesObject) {
    guard let spec = scaler.spec, let workload = target(scaler) else { return }
    if let most = spec["maxReplicaCount"] {
      add(spec["minReplicaCount"]?.number ?? 0, most, to: workload)
    }
    if let interval = spec["pollingInterval"], let text = interval.text {
      system.add(
        attribute: "ScaledObject.pollingInterval", text, to: workload.component, at: interval.span)
    }
    for trigger in spec["triggers"]?.items ?? [] {
      guard let type = trigger["type"], let text = type.text else { continue }
      let metric = trigger["metadata", "metricName"]?.text ?? ""
      follow("\(text)_\(metric)", workload, at: type.span)
    }
  }
}
