import Architecture
import Description
import YAML

/// Tells which resources are components, and gives each a name that no other one has.
struct ResourceNames {
  private let resources: ResourceSystem
  private var system: ForeignSystem { resources.system }

  init(_ resources: ResourceSystem) { self.resources = resources }

  /// What a resource is.
  private struct Found {
    let number: Int
    let kind: ComponentKind?
    let products: [FoundProduct]
  }

  /// Calls `give` with each resource that is a component, and the number of that.
  func give(_ give: (_ resource: Int, _ component: Int) -> Void) {
    var first: [String: Int] = [:]
    var named: [(number: Int, component: Int)] = []
    var last: [String: Int] = [:]
    let found = resources.resources.indices.compactMap(found)
    let addresses = found.map { (label($0).lowercased(), resources.resources[$0.number].address) }
    let labels = Dictionary(grouping: addresses, by: \.0).mapValues { Set($0.map(\.1)).count }
    for one in found {
      let resource = resources.resources[one.number]
      // Numbered copies are one component where the page says so.
      let isCopy = resource.isNumbered && resources.mapping(one.number)?.copies != nil
      if isCopy, let component = first[resource.address] {
        give(one.number, component)
        continue
      }
      var name = name(one, isAlone: labels[label(one).lowercased()] ?? 0 < 2, isCopy)
      let plain = name
      while system.number(of: name) != nil {
        last[plain] = (last[plain] ?? 1) + 1
        name = "\(plain)-\(last[plain] ?? 2)"
      }
      let component = system.component(name, at: resource.span)
      first[resource.address] = component
      if system.components[component].kind == nil {
        system.update(component) { $0.kind = one.kind }
      }
      addProducts(one, to: component)
      give(one.number, component)
      named.append((one.number, component))
    }
    for (number, component) in named { addAliases(number, component) }
  }

  private func addAliases(_ number: Int, _ component: Int) {
    for path in resources.mapping(number)?.names ?? [] {
      for value in resources.resources[number].values.values(at: path) {
        if let text = value.text, text.utf8.count > 1 { system.alias(text, of: component) }
      }
    }
  }

  private func addProducts(_ found: Found, to component: Int) {
    let ids = found.products.map(\.product.id)
    guard !ids.isEmpty else { return }
    system.add(
      .technology, .list(ids), to: component, at: resources.resources[found.number].span)
    if system.components[component].kind == nil, let kind = found.products.first?.kind {
      system.update(component) { $0.kind = kind }
    }
  }

  private func found(_ number: Int) -> Found? {
    let resource = resources.resources[number]
    guard !resource.isLookedUp else { return nil }
    let mapping = resources.mapping(number)
    let own = system.mappings.product(ofResource: resource.type)
    let chosen = mapping.map { chosenProducts($0, resource) } ?? []
    guard own != nil || mapping?.kind != nil || !chosen.isEmpty else { return nil }
    let products = chosen.isEmpty ? [own].compactMap(\.self) : chosen
    let set = mapping?.kinds.first { !resource.values.values(at: $0.path).isEmpty }?.kind
    return Found(
      number: number, kind: set ?? mapping?.kind ?? products.first?.kind ?? own?.kind,
      products: products)
  }

  /// The products by the words of attributes: `engine = "aurora-mysql"`.
  private func chosenProducts(_ mapping: ResourceMapping, _ resource: Resource) -> [FoundProduct] {
    for (path, words) in mapping.products {
      for value in resource.values.values(at: path) {
        guard let text = value.text?.lowercased() else { continue }
        let beginning = words.keys.sorted().last {
          $0.hasSuffix("*") && text.hasPrefix($0.dropLast())
        }
        let ids = words[text] ?? beginning.flatMap { words[$0] } ?? []
        let found = ids.compactMap { system.mappings.catalogue.product(named: $0) }
        if !found.isEmpty { return found.map { FoundProduct($0) } }
      }
    }
    return []
  }

  // MARK: - Names

  /// Names of resources that say nothing.
  private static let empty: Set = ["this", "main", "default", "self", "primary", "resource", "it"]

  private func label(_ found: Found) -> String {
    let resource = resources.resources[found.number]
    guard Self.empty.contains(resource.name.lowercased()) else { return resource.name }
    let module = resource.module.split(separator: ".").last.map(String.init)
    if let module { return module }
    for path in resources.mapping(found.number)?.names ?? [] {
      for value in resource.values.values(at: path) {
        if let text = value.text, !text.isEmpty, text.utf8.count < 60 { return text }
      }
    }
    return resource.name
  }

  private func name(_ found: Found, isAlone: Bool, _ isCopy: Bool) -> String {
    let resource = resources.resources[found.number]
    var name = ForeignSystem.written(label(found))
    if !isAlone || Self.empty.contains(name.lowercased()) {
      name += "-" + (found.kind ?? .service).rawValue
    }
    if let index = resource.index, !isCopy { name += "-" + ForeignSystem.written(index) }
    if system.number(of: name) != nil, !resource.module.isEmpty {
      name = ForeignSystem.written(resource.module.replacing(".", with: "-")) + "-" + name
    }
    return name
  }
}
