import Architecture
import Findings
import YAML

extension OpenValues {
  /// Raises the value on which a limit below the target rests; whether there was one.
  mutating func raiseLimit() -> Bool {
    let below = current.limits(below: target).sorted { $0.limit.headroom < $1.limit.headroom }
    for (component, limit) in below {
      let (least, wanted) = (limit.headroom, target * (1 - 1e-9))
      for index in solved.indices {
        let headroom = { (model: GrowthModel) in
          model.limits[component].first { $0.kind == limit.kind }?.headroom ?? .infinity
        }
        let isRaised = raise(index) { model in
          let found = headroom(model)
          return found >= wanted ? .enough : found > least * (1 + 1e-9) ? .more : .same
        }
        guard isRaised else { continue }
        let name = current.architecture.components[component].name
        let owner = current.architecture.components(of: solved[index].place.element)
        solved[index].reason =
          "\(limit.kind.phrase)\(owner.contains(component) ? "" : " of \(name)") at "
          + "\(Unit.digits(target))x"
        return true
      }
    }
    return false
  }

  /// Raises the value that meets something expected; whether one did.
  mutating func meetExpectation() -> Bool {
    let unmet = current.expectations().filter { $0.answer.verdict == .unmet }
    guard !unmet.isEmpty else { return false }
    for index in solved.indices {
      let isRaised = raise(index) { model in
        let left = model.expectations().count { $0.answer.verdict == .unmet }
        return left < unmet.count ? .enough : .more
      }
      guard isRaised else { continue }
      let left = Set(current.expectations().filter { $0.answer.verdict == .unmet }.map(\.title))
      let met = unmet.first { !left.contains($0.title) }
      if let met { solved[index].reason = "to \(met.words)" }
      return true
    }
    return false
  }

  // MARK: - Values

  /// Doublings of a value before it is no answer.
  private static let doublings = 16

  private enum Effect { case same, more, enough }

  /// Raises one value to the least that is enough; whether any is.
  private mutating func raise(_ index: Int, _ effect: (GrowthModel) -> Effect) -> Bool {
    guard var low = solved[index].value?.number,
      !DirectValue.properties.contains(solved[index].place.property)
    else { return false }
    var high = low
    for doubling in 0..<Self.doublings {
      high *= 2
      switch effect(solving(index, high)) {
      case .enough:
        settle(index, &low, high, effect)
        return true
      case .more: low = high
      case .same where doubling < 2: break
      case .same: return false
      }
      if budget <= 0 { return false }
    }
    return false
  }

  /// Halves the way between what is too little and what is enough.
  private mutating func settle(
    _ index: Int, _ low: inout Double, _ enough: Double, _ effect: (GrowthModel) -> Effect
  ) {
    let property = solved[index].place.property
    var high = enough
    while budget > 0, let middle = property.between(low, high) {
      if case .enough = effect(solving(index, middle)) { high = middle } else { low = middle }
    }
    solved[index].value = .number(high)
    current = solving(index, high)
  }

  /// The model with one value changed.
  private mutating func solving(_ index: Int, _ value: Double) -> GrowthModel {
    budget -= 1
    var values = values
    for number in values.indices where values[number].place == solved[index].place {
      values[number].value = .number(value)
    }
    return model.setting(values)
  }
}

extension Expectation {
  fileprivate var title: String { "\(element) \(about)" }
}

extension Property {
  /// Whether it is counted in whole numbers.
  private var isWhole: Bool { definition.type.unit == .count }

  /// A value between two others that people would write; nil where there is none.
  fileprivate func between(_ low: Double, _ high: Double) -> Double? {
    let middle = (low + high) / 2
    let value = isWhole ? middle.rounded(.down) : RiskLevel.twoDigits(middle, .up)
    return value > low && value < high ? value : nil
  }
}
