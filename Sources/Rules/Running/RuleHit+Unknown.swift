import Architecture
import Facts
import Findings

/// What has to be asked before the check of a row can be made.
extension RuleHit {
  /// The first input that is unknown and that somebody can be asked about.
  func firstUnknown() -> RuleRun.Unknown? {
    for (column, property) in columns.inputs {
      guard let subject = element(column), fact(subject, property) == nil else { continue }
      if let unknown = askable(subject, property) { return unknown }
    }
    return missingDemand()
  }

  /// What has to be asked where demand is known only in part: a rule that finds nothing today may
  /// find something then.
  func missingDemand() -> RuleRun.Unknown? {
    guard isDemandPartial else { return nil }
    for (column, property) in columns.inputs where property.isDemand {
      let subject = element(column)
      if let subject, fact(subject, property)?.basis == .unknown { return unratedJourney(subject) }
    }
    return nil
  }

  /// What has to be asked so that a property becomes known: itself, or what it is computed from.
  private func askable(_ element: ElementID, _ property: Property) -> RuleRun.Unknown? {
    let definition = property.definition
    if definition.declared.contains(element.position.kind) {
      return RuleRun.Unknown(element: element, property: property)
    }
    if property.isDemand { return unratedJourney(element) }
    for need in definition.needs.compactMap({ Property($0) }) where fact(element, need) == nil {
      if let unknown = askable(element, need) { return unknown }
      guard case .relation(let index) = element,
        let source = architecture.relations[index].source
      else { continue }
      let owner = ElementID.component(source.component)
      if fact(owner, need) == nil, let unknown = askable(owner, need) { return unknown }
    }
    return nil
  }

  /// Demand is unknown for want of a journey's rate, or of any journey at all.
  private func unratedJourney(_ element: ElementID) -> RuleRun.Unknown? {
    RuleRun.Unknown(element: unrated ?? element, property: .rate)
  }
}
