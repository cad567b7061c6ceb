import Architecture
import Findings
import SourceText
import YAML

/// The names under which workloads are reached: Services, and what stands outside the cluster.
struct KubernetesServices {
  private let cluster: KubernetesCluster
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Reads all Services.
  func read() {
    let services = cluster.objects(of: "Service").filter { !$0.isKnative }
    for service in services { read(service) }
    for workload in cluster.workloads {
      let object = workload.object
      if object.isKnative { name(workload.component, object) }
    }
    keepApart(services)
  }

  private func read(_ service: KubernetesObject) {
    guard let spec = service.spec else { return }
    if spec["type"]?.text == "ExternalName" {
      return readOutside(service, host: spec["externalName"]?.text)
    }
    guard let labels = spec["selector"], !labels.texts.isEmpty else {
      return readOutside(service, host: nil)
    }
    let selected = cluster.workloads(KubernetesSelector(labels: labels), in: service.namespace)
      .filter { $0.object.kind != "Job" && $0.object.kind != "CronJob" }
    let names = Set(selected.map(\.key))
    guard let first = selected.first(where: { $0.object.name == service.name }) ?? selected.first
    else {
      return system.ignore(
        service.title, "no workload here has the labels that it selects", of: service.path)
    }
    if names.count > 1, first.object.name != service.name {
      return readSplit(service, among: selected)
    }
    name(first.component, service)
    if ["LoadBalancer", "NodePort"].contains(spec["type"]?.text) {
      system.update(first.component) { $0.isPublished = true }
    }
    readFacts(spec, of: first, service)
    namePods(of: first, service)
  }

  /// Gives a component the names of a Service.
  private func name(_ component: Int, _ service: KubernetesObject) {
    for host in KubernetesCluster.hosts(service.name, service.namespace) {
      system.alias(host, of: component)
    }
  }

  /// The pods of a StatefulSet are reached one by one, `kafka-0.kafka`.
  private func namePods(of workload: KubernetesWorkload, _ service: KubernetesObject) {
    guard workload.object.kind == "StatefulSet" else { return }
    for number in 0..<Int(min(workload.replicas?.count ?? 1, 10)) {
      let pod = "\(workload.object.name)-\(number)."
      for host in KubernetesCluster.hosts(service.name, service.namespace) {
        system.alias(pod + host, of: workload.component)
      }
    }
  }

  private func readFacts(
    _ spec: KubernetesNode, of workload: KubernetesWorkload, _ service: KubernetesObject
  ) {
    let component = workload.component
    if let affinity = spec["sessionAffinity"], let text = affinity.text {
      system.add(attribute: "Service.sessionAffinity", text, to: component, at: affinity.span)
    }
    let isHeadless = spec["clusterIP"]?.text == "None"
    system.add(
      attribute: "Service.clusterIP", isHeadless ? "None" : "*", to: component, at: service.span)
    cluster.annotations.read(service, reaching: component)
  }

  /// What stands outside the cluster, or is put behind the name by other means.
  private func readOutside(_ service: KubernetesObject, host: String?) {
    guard system.number(of: service.name) == nil else { return }
    let component = system.component(service.name, at: service.span)
    name(component, service)
    if let host { system.alias(host, of: component) }
    if let found = system.mappings.keeper(named: service.name) {
      return system.add(found, to: component, at: service.span)
    }
    system.update(component) { $0.kind = .external }
  }

  /// One name before several workloads, such as two versions: it spreads requests over them.
  private func readSplit(_ service: KubernetesObject, among workloads: [KubernetesWorkload]) {
    guard system.number(of: service.name) == nil else { return }
    let component = system.component(service.name, at: service.span)
    name(component, service)
    system.update(component) { $0.kind = .loadBalancer }
    system.add(.managed, .flag(true), to: component, at: service.span)
    let copies = workloads.map { $0.replicas?.count ?? 1 }
    let all = copies.reduce(0, +)
    for (workload, count) in zip(workloads, copies) {
      var mention = Mention(
        source: component, text: workload.key, form: .name, kind: .calls,
        evidence: service.title, span: service.span)
      mention.facts.add(
        .perRequest, Fact(.number(count / all), .declared, span: service.span))
      system.add(mention)
    }
  }

  /// A name that several namespaces have means to each workload the one of its own.
  private func keepApart(_ services: [KubernetesObject]) {
    let spaces = Dictionary(grouping: services, by: \.name)
      .filter { Set($0.value.map(\.namespace)).count > 1 }
    guard !spaces.isEmpty else { return }
    for workload in cluster.workloads {
      let own = workload.object.namespace
      for service in services where service.namespace == own && spaces[service.name] != nil {
        let host = KubernetesCluster.host(service.name, own)
        system.update(workload.component) { $0.aliases[service.name.lowercased()] = host }
      }
    }
  }
}
