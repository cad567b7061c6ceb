import Architecture
import Rules

/// Where demand is asked for, as long as its demand is undeclared: of what is used by others,
/// it follows from the demand where it comes in.
struct DemandDoors {
  /// The door that leads to each component; nil where none does.
  private let doors: [Int?]

  /// The doors among some questions of a system, and what they lead to.
  init(_ standing: [RuleRun.Unknown], _ architecture: Architecture) {
    var doors: [Int?] = Array(repeating: nil, count: architecture.components.count)
    var waiting: [Int] = []
    for unknown in standing where unknown.property == .rate {
      guard case .component(let index) = unknown.element, doors[index] == nil else { continue }
      doors[index] = index
      waiting.append(index)
    }
    if !waiting.isEmpty, architecture.journeys.isEmpty {
      let graph = ComponentGraph(architecture) { $0.kind.carriesLoad }
      var next = 0
      while next < waiting.count {
        for target in graph.targets[waiting[next]] where doors[target] == nil {
          doors[target] = doors[waiting[next]]
          waiting.append(target)
        }
        next += 1
      }
    }
    self.doors = doors
  }

  /// What to ask instead of something unknown; the same where it is no demand that follows.
  func asked(for unknown: RuleRun.Unknown) -> RuleRun.Unknown {
    guard unknown.property == .rate, case .component(let index) = unknown.element,
      let door = doors[index]
    else { return unknown }
    return RuleRun.Unknown(element: .component(door), property: .rate)
  }
}
