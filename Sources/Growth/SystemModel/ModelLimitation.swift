import Architecture

/// Why the queueing models are not to be trusted at a multiple.
package enum ModelLimitation: Sendable, Hashable {
  /// Servers held by calls that wait themselves, near saturation.
  case blockedServers(component: Int)
  /// A room that fills with work which is not exponential.
  case rooms(component: Int)
  /// Calls at the same time, some of which take much longer than others of their kind.
  case branches(component: Int)
  /// Users who wait for each other in a way that has no product form.
  case users(journey: Int)
  /// Callers that give up and try again.
  case retries(relation: Int)
  /// A journey that waits for the same component again and again, and finds it as busy as before.
  case repeats(journey: Int)

  /// Parts with unequal load, of which only the busiest is modelled.
  case parts(component: Int)

  /// Whether means are exact all the same, and only percentiles are not.
  var isOnlyAboutTails: Bool {
    if case .repeats = self { true } else { false }
  }
}

extension ModelLimitation {
  var isAboutUsers: Bool {
    if case .users = self { true } else { false }
  }

  /// As a reason.
  func words(_ architecture: Architecture) -> String {
    switch self {
    case .blockedServers(let component):
      "servers of \(architecture.components[component].name) are held by calls that wait"
    case .rooms(let component):
      "the room of \(architecture.components[component].name) fills with work that varies otherwise"
    case .branches(let component):
      "calls of \(architecture.components[component].name) at the same time have long tails"
    case .users(let journey):
      "users of \(architecture.journeys[journey].name) wait where no product form is known"
    case .repeats(let journey):
      "\(architecture.journeys[journey].name) waits for the same component again and again"
    case .parts(let component):
      "parts of \(architecture.components[component].name) receive unequal load"
    case .retries(let relation):
      "callers of \(target(of: relation, architecture)) time out"
    }
  }

  private func target(of relation: Int, _ architecture: Architecture) -> String {
    architecture.components[architecture.relations[relation].target.component].name
  }
}
