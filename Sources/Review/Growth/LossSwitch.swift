/// Something that can be taken away from a system, alone or together with others.
package enum LossSwitch: Hashable, Sendable {
  /// One replica of each component that has several.
  case replica
  /// All that runs in a zone.
  case zone(String)
  /// What caches hold.
  case coldCaches
  /// A third party, by its name.
  case dependency(String)
  /// Nothing is lost but what a scenario of the description says, by its name; one at a time.
  case scenario(String)

  /// What is different then: `zone east lost`.
  package var words: String { isLoss ? noun + " lost" : noun }

  /// What it is about: `zone east`.
  private var noun: String {
    switch self {
    case .replica: "a replica of each"
    case .zone(let name): "zone \(name)"
    case .coldCaches: "caches cold"
    case .dependency(let name): name
    case .scenario(let name): "scenario \(name)"
    }
  }

  /// Whether something is gone for good, and not only cold or otherwise.
  private var isLoss: Bool {
    switch self {
    case .replica, .zone, .dependency: true
    case .coldCaches, .scenario: false
    }
  }

  /// Whether it is one of the scenarios, which are not laid over each other.
  package var isScenario: Bool {
    if case .scenario = self { true } else { false }
  }

  /// Several of them: `scenario sale with zone east lost and caches cold`.
  package static func words(_ switches: [LossSwitch]) -> String {
    let scenarios = switches.filter(\.isScenario).map(\.words)
    let losses = switches.filter(\.isLoss).map(\.noun)
    let gone = losses.isEmpty ? [] : [list(losses) + " lost"]
    let all = gone + (switches.contains(.coldCaches) ? [LossSwitch.coldCaches.words] : [])
    return (scenarios + (all.isEmpty ? [] : ["with " + list(all)])).joined(separator: " ")
  }

  /// `zone a, zone b and payments`.
  private static func list(_ words: [String]) -> String {
    let before = words.dropLast().joined(separator: ", ")
    return [before, words.last ?? ""].filter { !$0.isEmpty }.joined(separator: " and ")
  }
}
