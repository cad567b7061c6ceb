import Architecture
import Findings

extension LimitFinder {
  /// All that a component can do, of which `used` says the share at today's peak.
  ///
  /// The share grows with all load that reaches the component, and with demand where nobody said
  /// how much that is (utilisation law: at the same work per request it is proportional to the
  /// rate). It is that of today's replicas: of what runs code, fewer of them are used more.
  func measuredUse(_ index: Int) -> Limit? {
    let component = architecture.components[index]
    guard component.kind.role != .client else { return nil }
    guard let fact = component.facts[.used], let share = component.facts.number(.used), share > 0
    else { return measuredMost(index) }
    let (now, today) = (demand.nodes[index], architecture.today[index])
    var load = Rates()
    if now.peak > 0, today.peak > 0 {
      load.add(now, times: share / today.peak)
    } else {
      load = .constant(share)
    }
    load.basis = fact.basis
    return Limit(
      .measured, load, of: now, capacity: capacity(of: index, against: today), basis: fact.basis,
      inputs: [input(index, .used)])
  }

  /// The most that the law allows which fits what was measured at several loads; nil where nothing
  /// was, or the law has no end.
  private func measuredMost(_ index: Int) -> Limit? {
    guard case .success(let law)? = architecture.components[index].measured?.fit,
      law.most.isFinite
    else { return nil }
    return Limit(
      .measured, demand.nodes[index],
      capacity: law.most * capacity(of: index, against: architecture.today[index]),
      basis: .derived, inputs: [])
  }

  /// What there is now of what could be used today: of code, by its replicas.
  private func capacity(of index: Int, against today: TodayLoad) -> Double {
    guard [.work, .proxy].contains(architecture.components[index].kind.role),
      let then = today.replicas, let now = stations[index].replicas?.most, then > 0
    else { return 1 }
    return now / then
  }
}
