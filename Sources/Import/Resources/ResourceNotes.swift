import Architecture

/// Says what was read of resources, and what was not and why.
struct ResourceNotes {
  private let resources: ResourceSystem
  private var system: ForeignSystem { resources.system }

  init(_ resources: ResourceSystem) { self.resources = resources }

  func add() {
    var paths: [String] = []
    var counts: [String: Int] = [:]
    var ignored: [String: [(why: String, types: [String])]] = [:]
    for (number, resource) in resources.resources.enumerated() {
      let path = resource.path
      if counts[path] == nil { paths.append(path) }
      counts[path, default: 0] += isStated(resource) ? 1 : 0
      guard let why = reason(number, resource) else { continue }
      let index = ignored[path]?.firstIndex { $0.why == why } ?? ignored[path]?.count ?? 0
      if index == ignored[path]?.count ?? 0 { ignored[path, default: []].append((why, [])) }
      if ignored[path]?[index].types.contains(resource.type) == false {
        ignored[path]?[index].types.append(resource.type)
      }
    }
    for path in paths {
      system.note(counts[path] ?? 0, "resource", of: path)
      for (why, types) in ignored[path] ?? [] {
        for type in types.sorted() { system.ignore(type, why, of: path) }
      }
    }
  }

  private func isStated(_ resource: Resource) -> Bool {
    !resource.isLookedUp && !resource.isMade && !resource.type.contains("/")
  }

  private func reason(_ number: Int, _ resource: Resource) -> String? {
    guard resources.components[number] == nil, resources.mapping(number) == nil else { return nil }
    if resource.isLookedUp { return "it is looked up, and made elsewhere" }
    return resources.page.reason(forIgnoring: resource.type) ?? "no page says what it is"
  }
}
