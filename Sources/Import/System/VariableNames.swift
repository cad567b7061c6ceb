/// Variables that are named after another component, such as `ACCOUNT_SERVICE_PASSWORD` of another
/// one than `account-service`: somebody knows somebody, and which way is not said.
struct VariableNames {
  private let system: ForeignSystem
  /// Components with names of several words, by these in capitals.
  private let components: [String: Int]

  init(of system: ForeignSystem) {
    self.system = system
    var components: [String: Int] = [:]
    for (number, component) in system.components.enumerated() {
      let words = EnvironmentWords.words(component.name)
      // A single word, such as `db`, stands in many names.
      if words.count > 1, words.count <= 4 { components[words.joined(separator: "_")] = number }
    }
    self.components = components
  }

  /// A hint for each variable that has such a name.
  var hints: [Hint] {
    guard !components.isEmpty else { return [] }
    return system.mentions.compactMap { mention in
      guard mention.form != .name, !reachesSomebody(mention), let target = target(of: mention),
        target != mention.source
      else { return nil }
      return Hint(
        source: mention.source, target: system.components[target].name,
        reason: "A variable is named after it (\(mention.evidence))")
    }
  }

  /// Whether its value says whom it means.
  private func reachesSomebody(_ mention: Mention) -> Bool {
    mention.addresses.contains { address in
      !address.isBare
        || mention.form == .addresses && system.target(address.host, of: mention.source) != nil
    }
  }

  private func target(of mention: Mention) -> Int? {
    // The evidence is `env NAME`.
    guard let name = mention.evidence.split(separator: " ").last else { return nil }
    let words = EnvironmentWords.words(String(name))
    for start in words.indices.prefix(8) {
      for count in 2...4 where start + count <= words.endIndex {
        let name = words[start..<start + count].joined(separator: "_")
        if let number = components[name] { return number }
      }
    }
    return nil
  }
}
