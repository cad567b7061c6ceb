import YAML

/// The same system with one fact less said of it.
extension DescriptionShape {
  /// Keys that say what there is rather than how it is, and decisions, which are no facts.
  private static let structure: Set<String> = [
    "tenfold", "system", "kind", "to", "from", "operations", "components", "journeys", "calls",
    "reads", "writes", "publishes", "consumes", "replicates", "schedules", "critical", "accepted",
    "decisions", "prices", "scenarios", "templates", "include", "template",
  ]

  /// Each fact by the way to it, with the text that leaves it unsaid.
  package var silences: [(fact: String, text: String)] {
    Self.facts(in: value, at: []).compactMap { path in
      let words = path.map { step in
        switch step {
        case .key(let name): name
        case .item(let index): "\(index)"
        }
      }
      return value.removing(path).flatMap(text).map { (words.joined(separator: "."), $0) }
    }
  }

  private static func facts(in value: YAMLValue, at path: YAMLPath) -> [YAMLPath] {
    switch value {
    case .mapping(let pairs):
      pairs.flatMap { pair -> [YAMLPath] in
        guard case .scalar(let name) = pair.key else { return [] }
        let own = path + [.key(name)]
        let isDecision = [
          "accepted", "decisions", "prices", "scenarios", "templates", "include",
        ].contains(name)
        guard name != "expect", !isDecision || !path.isEmpty else { return [] }
        return (isFact(name, below: path) ? [own] : []) + facts(in: pair.value, at: own)
      }
    case .sequence(let items):
      items.enumerated().flatMap { facts(in: $0.element, at: path + [.item($0.offset)]) }
    case .scalar, .alias: []
    }
  }

  /// Whether a key is none of a name and of structure.
  private static func isFact(_ name: String, below path: YAMLPath) -> Bool {
    path.count != 1 && path.last != .key("operations") && !structure.contains(name)
      && !NoteKey.matches(name)
  }
}
