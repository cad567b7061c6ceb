import Architecture

extension Architecture {
  /// Seconds after which a call times out, and where they stand: its own timeout, or what the
  /// component that makes it lets a request run; nil where it waits as long as it takes.
  func patience(of relation: Int) -> (seconds: Double, element: ElementID, property: Property)? {
    let made = relations[relation]
    let own = made.facts.number(.timeout).map {
      (seconds: $0, element: ElementID.relation(relation), property: Property.timeout)
    }
    guard made.isSynchronous, let source = made.source?.component,
      let most = components[source].facts.number(.requestTimeout),
      most < own?.seconds ?? .infinity
    else { return own }
    return (most, .component(source), .requestTimeout)
  }
}
