import Architecture
import Findings
import YAML

/// Solves a model anew at the ends of what its answers take for granted.
struct SensitivityAnalysis {
  let model: GrowthModel
  /// The multiple that is to be carried; nil when none is declared.
  let target: Double?

  /// What an assumption is about, as far as it can be swept.
  enum Subject: Hashable, Sendable {
    /// Keys of a component are spread evenly.
    case evenKeys(component: Int)
    /// Components answer at once.
    case callees([Int])
    /// Pools of components are not counted.
    case pools([Int])
    /// Times of work are exponential.
    case exponential
  }

  func sweep(_ subject: Subject) -> Sensitivity {
    switch subject {
    case .evenKeys(let component): evenKeys(component)
    case .callees(let components): callees(components)
    case .pools(let components): pools(components)
    case .exponential: exponential()
    }
  }

  /// Whether the answer rests on it: another element breaks first at one of the ends, the target is
  /// carried at one and not at the other, or what is carried moves by more than a tenth.
  func decides(_ sweep: Sensitivity) -> Bool {
    let today = (model.first?.limit.headroom, model.first.map { name($0.component) })
    return [sweep.low, sweep.high].contains { end in
      guard let headroom = end.headroom, let base = today.0 else {
        return (end.headroom == nil) != (today.0 == nil)
      }
      let isCrossing = target.map { (headroom < $0) != (base < $0) } ?? false
      return end.element != today.1 || isCrossing || abs(headroom - base) > 0.1 * base
    }
  }

  // MARK: - Subjects

  private func callees(_ components: [Int]) -> Sensitivity {
    let isExternal = { (index: Int) in model.architecture.components[index].kind == .external }
    let slow = variant(.takes) { architecture in
      for index in components {
        let range: AssumedRange = isExternal(index) ? .externalTime : .calleeTime
        architecture.components[index].facts.add(.takes, assumed(range.high))
      }
    }
    let (inside, outside) = (AssumedRange.calleeTime, AssumedRange.externalTime)
    let ranges =
      [inside].filter { _ in !components.allSatisfy(isExternal) }
      + [outside].filter { _ in components.contains(where: isExternal) }
    return Sensitivity(
      low: end(ranges.map(\.low).min() ?? 0, .takes, model),
      high: end(ranges.map(\.high).max() ?? 0, .takes, slow),
      journey: nil, source: ranges.map(\.source).joined(separator: "; "))
  }

  private func pools(_ components: [Int]) -> Sensitivity {
    let range = AssumedRange.pool
    let ends = [range.low, range.high].map { size in
      end(
        size, .pool,
        variant(.pool) { architecture in
          for index in components { architecture.components[index].facts.add(.pool, assumed(size)) }
        })
    }
    return Sensitivity(low: ends[0], high: ends[1], journey: nil, source: range.source)
  }

  /// Only the limits of the busiest shard move: its share grows from 1/n to top + (1 - top)/n.
  private func evenKeys(_ component: Int) -> Sensitivity {
    let range = AssumedRange.topShare
    let moved = model.limits[component].map { limit -> Double in
      guard limit.kind == .hottestShard, case .rates(let rates) = limit.load,
        let share = model.shardShare(component)
      else { return limit.headroom }
      let busiest = range.high + (1 - range.high) * share
      return rates.multiple(reaching: limit.capacity * share / busiest)
    }
    let others = model.first(besides: component)
    let isCounted =
      model.isServed[component] || others.map { !model.isServed[$0.component] } ?? true
    let isFirst =
      isCounted && moved.min() ?? .infinity <= others?.limit.headroom ?? .infinity
    return Sensitivity(
      low: end(range.low, .shardTopShare, model),
      high: Sensitivity.End(
        value: words(range.high, .shardTopShare),
        headroom: isFirst ? moved.min() : others?.limit.headroom,
        element: isFirst ? name(component) : others.map { name($0.component) }, p99: nil),
      journey: nil, source: range.source)
  }

  /// Laws need no distribution, so that times alone move.
  private func exponential() -> Sensitivity {
    let range = AssumedRange.variability
    let today = ResponseTimes(model, at: 1)
    let entries = model.entries
    let journey = entries.indices.first { index in
      let response = today.response(of: entries[index])
      return !response.isAtLeast && response.isBounded && response.mean > 0
    }
    let ends = [range.low, range.high].map { spread -> Sensitivity.End in
      let p99 = journey.flatMap { journey -> Double? in
        let times = ResponseTimes(variant(.variability) { $0.spread(assumed(spread)) }, at: 1)
        let response = times.response(of: entries[journey])
        return response.isBounded ? response.percentile(0.99) : nil
      }
      return end(spread, .variability, model, p99: p99)
    }
    return Sensitivity(
      low: ends[0], high: ends[1], journey: journey.map { model.architecture.journeys[$0].name },
      source: range.source)
  }

  // MARK: - Variants

  private func variant(
    _ property: Property, _ change: (inout Architecture) -> Void
  ) -> GrowthModel {
    var architecture = model.architecture
    change(&architecture)
    return model.changed(to: architecture, by: [property])
  }

  private func end(
    _ value: Double, _ property: Property, _ model: GrowthModel, p99: Double? = nil
  ) -> Sensitivity.End {
    Sensitivity.End(
      value: words(value, property), headroom: model.first?.limit.headroom,
      element: model.first.map { name($0.component) }, p99: p99)
  }

  private func assumed(_ value: Double) -> Fact {
    Fact(.number(value), .assumed, source: "the end of a range")
  }

  private func words(_ value: Double, _ property: Property) -> String {
    Value.number(value).measure(property.definition.type).words
  }

  private func name(_ component: Int) -> String { model.architecture.components[component].name }
}

extension GrowthModel {
  /// The part of the load that each shard of a component gets when all get the same.
  fileprivate func shardShare(_ component: Int) -> Double? {
    let facts = architecture.components[component].facts
    let count = (facts[.shardCount] ?? facts[.partitions])?.value.number
    return count.map { 1 / min($0, facts.number(.shardDistinct) ?? .infinity) }
  }
}

extension Architecture {
  /// Says how work varies wherever a time is known and nothing tells it.
  fileprivate mutating func spread(_ variability: Fact) {
    for index in components.indices where components[index].facts.hasUnknownSpread {
      components[index].facts.add(.variability, variability)
    }
    for index in operations.indices where operations[index].facts.hasUnknownSpread {
      operations[index].facts.add(.variability, variability)
    }
    for index in relations.indices where relations[index].facts.hasUnknownSpread {
      relations[index].facts.add(.variability, variability)
    }
  }
}
