import Architecture

/// Stores that nothing names, and that one workload is named like.
///
/// Such are `carts-db` and `carts`, `auth-mongodb` and `auth-service`: images often have the
/// address inside.
struct StoreNames {
  private let system: ForeignSystem
  /// The workloads by what their names begin with: all words, and all but the last of several.
  private var workloads: [[String]: [Int]] = [:]

  init(of system: ForeignSystem) {
    self.system = system
    for (number, component) in system.components.enumerated() where component.role == .work {
      let words = EnvironmentWords.words(component.name)
      workloads[words, default: []].append(number)
      if words.count > 1 { workloads[words.dropLast(), default: []].append(number) }
    }
  }

  /// A hint for each store that is none of those that are reached.
  func hints(besides reached: Set<Int>) -> [Hint] {
    system.components.enumerated().compactMap { number, component in
      guard component.role == .store, !reached.contains(number) else { return nil }
      let stem = EnvironmentWords.words(component.name).dropLast()
      guard !stem.isEmpty, let found = workloads[Array(stem)], found.count == 1 else { return nil }
      return Hint(
        source: found[0], target: component.name,
        reason: "Nothing says who uses it, and their names have the same prefix")
    }
  }
}
