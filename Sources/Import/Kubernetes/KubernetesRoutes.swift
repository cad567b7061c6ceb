import Architecture
import SourceText

/// The ways in: Ingress, gateways and their routes, also those of a mesh.
struct KubernetesRoutes {
  private let cluster: KubernetesCluster
  private var annotations: KubernetesAnnotations { cluster.annotations }
  private var system: ForeignSystem { cluster.system }

  init(_ cluster: KubernetesCluster) { self.cluster = cluster }

  /// Reads all of them.
  func read() {
    readIngresses()
    for gateway in cluster.objects(of: "Gateway") {
      _ = self.gateway(
        gateway.name, class: gateway.spec?["gatewayClassName"]?.text, at: gateway.span)
    }
    for kind in ["HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute"] {
      for route in cluster.objects(of: kind) { readRoute(route) }
    }
    for service in cluster.objects(of: "VirtualService") { readVirtual(service) }
  }

  // MARK: - Ingress

  private func readIngresses() {
    let ingresses = cluster.objects(of: "Ingress")
    let isOne = Set(ingresses.map(Self.className)).count < 2
    for ingress in ingresses {
      let name = Self.className(ingress)
      let gateway = gateway(
        isOne || name.isEmpty ? "ingress" : "ingress-\(name)", class: name, at: ingress.span)
      let facts = annotations.facts(ofArrows: ingress)
      for backend in Self.backends(ingress) {
        guard
          let node = backend["service", "name"] ?? backend["serviceName"], let service = node.text
        else { continue }
        route(gateway, to: service, of: ingress, at: node.span, facts)
        if let target = cluster.component(service, in: ingress.namespace) {
          annotations.read(ingress, of: target)
        }
      }
    }
  }

  private static func className(_ ingress: KubernetesObject) -> String {
    ingress.spec?["ingressClassName"]?.text
      ?? ingress.annotations.first { $0.name == "kubernetes.io/ingress.class" }?.value.text ?? ""
  }

  private static func backends(_ ingress: KubernetesObject) -> [KubernetesNode] {
    let spec = ingress.spec
    let all = (spec?["rules"]?.items ?? []).flatMap { $0["http", "paths"]?.items ?? [] }
    return [spec?["defaultBackend"], spec?["backend"]].compactMap(\.self)
      + all.compactMap { $0["backend"] }
  }

  // MARK: - Gateways

  /// The component of a gateway, which is another one than a workload of its name.
  private func gateway(_ name: String, class product: String?, at span: SourceSpan) -> Int {
    let taken = cluster.workloadKeys.contains(name.lowercased())
    let component = system.component(taken ? "\(name)-gateway" : name, at: span)
    if let product, !product.isEmpty,
      let found = system.mappings.product(ofResource: "ingress-class/\(product)")
        ?? system.mappings.catalogue.product(named: product).map({ FoundProduct($0) })
    {
      if found.kind?.role != .proxy { system.update(component) { $0.kind = .gateway } }
      system.add(found, to: component, at: span)
    }
    system.update(component) { $0.kind = $0.kind ?? .gateway }
    return component
  }

  private func route(
    _ gateway: Int, to service: String, of object: KubernetesObject, at span: SourceSpan,
    _ facts: FactList
  ) {
    let parts = service.split(separator: ".")
    let space = parts.count > 1 ? String(parts[1]) : object.namespace
    let host = KubernetesCluster.host(String(parts.first ?? ""), space)
    let text = system.number(of: host) == nil ? service : host
    guard system.number(of: text) != nil else {
      return system.ignore(
        "a route of \(object.title)", "it leads to \(service), which is in none of the inputs",
        of: object.path)
    }
    var mention = Mention(
      source: gateway, text: text, form: .name, kind: .calls, evidence: object.title, span: span)
    mention.facts = facts
    system.add(mention)
  }

  // MARK: - Routes

  private func readRoute(_ route: KubernetesObject) {
    let parents = route.spec?["parentRefs"]?.items ?? []
    let rules = route.spec?["rules"]?.items ?? []
    // Annotations of a route that leads nowhere are not spoken of.
    guard !rules.isEmpty else { return }
    let common = annotations.facts(ofArrows: route)
    for rule in rules {
      var facts = common
      for name in ["timeouts.backendRequest", "timeouts.request", "retry.attempts"] {
        let keys = name.split(separator: ".").map(String.init)
        guard let node = rule[keys[0], keys[1]], let text = node.text else { continue }
        annotations.add("Route.\(name)", text, to: &facts, at: node.span)
      }
      for parent in parents {
        guard let name = parent["name"]?.text else { continue }
        if parent["kind"]?.text == "Service" {
          hold(facts, name, parent["namespace"]?.text ?? route.namespace)
          continue
        }
        let gateway = gateway(name, class: nil, at: parent.span)
        for backend in rule["backendRefs"]?.items ?? [] {
          guard let node = backend["name"], let service = node.text else { continue }
          let space = backend["namespace"]?.text
          self.route(
            gateway, to: space.map { "\(service).\($0)" } ?? service, of: route, at: node.span,
            facts)
        }
      }
    }
  }

  /// Facts of all arrows that reach a Service.
  private func hold(_ facts: FactList, _ service: String, _ space: String) {
    guard let target = cluster.component(service, in: space) else { return }
    system.update(target) { component in
      for entry in facts.entries { component.arrivals.add(entry.property, entry.fact) }
    }
  }

  // MARK: - Istio

  private func readVirtual(_ service: KubernetesObject) {
    let names = (service.spec?["gateways"]?.items ?? []).compactMap(\.text)
    let gateways = names.filter { $0 != "mesh" }.map { name in
      gateway(
        name.split(separator: "/").last.map(String.init) ?? name, class: "istio", at: service.span)
    }
    for kind in ["http", "tcp", "tls"] {
      for rule in service.spec?[kind]?.items ?? [] {
        readRule(rule, of: service, gateways, isOfMesh: names.isEmpty || names.contains("mesh"))
      }
    }
  }

  private func readRule(
    _ rule: KubernetesNode, of service: KubernetesObject, _ gateways: [Int], isOfMesh: Bool
  ) {
    var facts = FactList()
    for (name, node) in [
      ("perTryTimeout", rule["retries", "perTryTimeout"]), ("timeout", rule["timeout"]),
      ("attempts", rule["retries", "attempts"]),
    ] {
      guard let node, let text = node.text else { continue }
      annotations.add("VirtualService.\(name)", text, to: &facts, at: node.span)
    }
    for route in rule["route"]?.items ?? [] {
      guard let node = route["destination", "host"], let host = node.text else { continue }
      for gateway in gateways { self.route(gateway, to: host, of: service, at: node.span, facts) }
      if isOfMesh { hold(facts, host, service.namespace) }
    }
  }
}
