import Architecture
import SourceText
import YAML

/// Reads workloads into their components.
struct KubernetesWorkloadReader {
  private let cluster: KubernetesCluster
  private let environment: EnvironmentReader
  private let commands: CommandReader
  private let variables: KubernetesVariables
  private let volumes: KubernetesVolumes
  private let jobs: KubernetesJobs
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) {
    self.cluster = cluster
    environment = EnvironmentReader(cluster.system)
    commands = CommandReader(cluster.system)
    variables = KubernetesVariables(cluster)
    volumes = KubernetesVolumes(cluster)
    jobs = KubernetesJobs(cluster)
  }

  /// Reads all of them.
  func read() {
    for workload in cluster.workloads {
      let all = workload.containers.map {
        (container: $0, variables: variables.all(of: $0, in: workload.object.namespace))
      }
      readKind(workload, all.first?.variables ?? [])
      for (container, variables) in all {
        readWords(container, of: workload)
        environment.read(variables, of: workload.component)
      }
      readFiles(workload)
      readSettings(workload)
    }
    KubernetesCopies(cluster).read()
    for workload in cluster.workloads { volumes.read(workload) }
  }

  // MARK: - What it is

  private func readKind(
    _ workload: KubernetesWorkload, _ variables: [EnvironmentReader.Variable]
  ) {
    let (mappings, component) = (system.mappings, workload.component)
    let image = workload.containers.first?["image"]
    if let image, let found = mappings.product(ofImage: image.text ?? "") {
      system.add(found, to: component, at: image.span)
    } else if let (variable, found) = variables.lazy.compactMap({ variable in
      mappings.product(ofSetting: variable.name).map { (variable, $0) }
    }).first {
      system.add(found, to: component, at: variable.span)
    } else if let found = mappings.keeper(named: workload.object.name) {
      system.add(found, to: component, at: workload.object.span)
    }
    jobs.read(workload)
    guard system.components[component].kind == nil else { return }
    for container in workload.containers.prefix(1) {
      commands.read(words(container), of: component, at: container.span)
    }
    let page = mappings.page("environment")
    let words = EnvironmentWords.words(workload.object.name)
    if !page.consumers.isDisjoint(with: words) {
      system.update(component) { $0.isConsumer = true }
    }
    guard let last = words.last?.lowercased(), let kind = page.names[last] else { return }
    system.guessKind(kind, of: component, in: workload.object.path)
  }

  // MARK: - Whom it reaches

  private func words(_ container: KubernetesNode) -> [String] {
    ["command", "args"].flatMap { key -> [String] in
      (container[key]?.items ?? []).compactMap(\.text)
    }
  }

  private func readWords(_ container: KubernetesNode, of workload: KubernetesWorkload) {
    for key in ["command", "args"] {
      guard let node = container[key] else { continue }
      let words = node.items.compactMap(\.text)
      commands.read(words, of: workload.component, at: node.span)
      system.add(
        Mention(
          source: workload.component, text: words.joined(separator: " "), form: .anything,
          evidence: key, span: node.span))
    }
  }

  /// Files from ConfigMaps may name others as variables do.
  private func readFiles(_ workload: KubernetesWorkload) {
    for volume in workload.pod["volumes"]?.items ?? [] {
      guard let name = volume["configMap", "name"]?.text else { continue }
      for pair in variables.pairs("ConfigMap", name, in: workload.object.namespace) {
        system.add(
          Mention(
            source: workload.component, text: pair.text, form: .anything,
            evidence: "ConfigMap \(name)", span: pair.span))
      }
    }
  }

  // MARK: - How it runs

  private func readSettings(_ workload: KubernetesWorkload) {
    let component = workload.component
    for name in system.page.attributes.names where name.hasPrefix("pod.") {
      guard let node = workload.pod[String(name.dropFirst(4))], let text = node.text else {
        continue
      }
      system.add(attribute: name, text, to: component, at: node.span)
    }
    KubernetesContainer(cluster, workload)?.read()
    guard workload.object.isKnative else { return }
    readKnative(workload)
  }

  private func readKnative(_ workload: KubernetesWorkload) {
    let annotations = workload.object.template?["metadata", "annotations"]
    let prefix = "autoscaling.knative.dev/"
    if let node = annotations?["\(prefix)max-scale"] ?? annotations?["\(prefix)maxScale"],
      let most = node.number, most >= 1
    {
      let least = annotations?["\(prefix)min-scale"] ?? annotations?["\(prefix)minScale"]
      let low = min(max(1, least?.number ?? 1), most)
      system.add(.replicas, .range(low, most), to: workload.component, at: node.span)
    }
    if let node = annotations?["\(prefix)metric"], let text = node.text {
      system.add(attribute: "metric", text, to: workload.component, at: node.span)
    }
  }
}
