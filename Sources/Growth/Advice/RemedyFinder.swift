import Architecture
import Findings
import YAML

/// Finds the value of the limiting property that carries a target.
struct RemedyFinder {
  let model: GrowthModel
  let target: Double

  /// Times as many replicas as there are, beyond which more of them are no answer.
  private static let mostTimes = 1000.0

  /// The property that a limit rests on and the value it needs; nil when no value will do.
  func change(_ component: Int, _ limit: Limit) -> (place: ElementProperty, value: Value)? {
    let load = limit.load.at(target)
    guard load > 0, load < 1e12 else { return nil }
    switch limit.kind {
    case .servers, .autoscaler, .consumers: return replicas(component, load)
    // More replicas for the work that comes then, and what is held beside it.
    case .room, .held, .retries, .timeouts, .target: return servers(component, limit)
    // What is in front may carry more, or it may itself: that is a choice.
    case .fallback, .backlog: return nil
    case .partitions: return partitions(limit, load)
    case .hottestShard: return shards(component, limit, load)
    case .pool: return pool(component, limit, load)
    case .connections: return (own(component, .maxConnections), .number(load.rounded(.up)))
    case .bandwidth: return resource(.bandwidth, component, limit, load)
    case .memory: return resource(.memorySize, component, limit, load)
    case .threads: return threads(component, load)
    case .rateLimit: return (own(component, .limit), Self.rate(load))
    case .singleWriter, .writes: return (own(component, .writeCapacity), Self.rate(load))
    case .reads: return (own(component, .readCapacity), Self.rate(load))
    case .measured: return measuredUse(limit, load)
    // A faster node for both, or fewer writes: no one value says it.
    case .replay, .lost: return nil
    }
  }

  private func own(_ component: Int, _ property: Property) -> ElementProperty {
    ElementProperty(element: .component(component), property: property)
  }

  /// So much larger that the target fills it: then less of it is used today.
  private func measuredUse(_ limit: Limit, _ load: Double) -> (
    place: ElementProperty, value: Value
  )? {
    guard let place = limit.inputs.first,
      let used = model.architecture.facts(of: place.element).number(.used)
    else { return nil }
    let share = RiskLevel.twoDigits(used * limit.capacity / load, .down)
    return place.property.definition.magnitudes?.contains(share) == true
      ? (place, .number(share)) : nil
  }

  /// A rate in two digits, rounded up, so that it carries what it is said to.
  private static func rate(_ load: Double) -> Value {
    .number(RiskLevel.twoDigits(load, .up))
  }

  /// Replicas in the ratio in which what ends before the servers do has to grow.
  private func servers(
    _ component: Int, _ limit: Limit
  ) -> (place: ElementProperty, value: Value)? {
    guard let servers = model.stations[component].servers else { return nil }
    return replicas(component, servers * limit.load.at(target) / limit.capacity)
  }

  /// So much more of what each replica has as the load is more than it handles, in two digits.
  private func resource(
    _ property: Property, _ component: Int, _ limit: Limit, _ load: Double
  ) -> (place: ElementProperty, value: Value)? {
    let place = own(component, property)
    guard limit.capacity > 0, let now = model.architecture.facts(of: place.element).number(property)
    else { return nil }
    return (place, .number(RiskLevel.twoDigits(now * load / limit.capacity, .up)))
  }

  /// Threads of one replica: those of its requests, and those for all others.
  private func threads(
    _ component: Int, _ load: Double
  ) -> (place: ElementProperty, value: Value)? {
    let fleet = max(1, model.stations[component].replicas?.most ?? 1)
    let perPeer = model.architecture.components[component].facts.number(.perPeer) ?? 0
    return (
      own(component, .threads),
      .number((load / fleet + perPeer * (fleet - 1) - 1e-9).rounded(.up))
    )
  }

  /// Connections of each replica, as many as are held.
  private func pool(
    _ component: Int, _ limit: Limit, _ load: Double
  ) -> (place: ElementProperty, value: Value)? {
    guard let place = limit.inputs.first(where: { $0.property == .pool }),
      let replicas = model.stations[component].replicas?.most, replicas > 0
    else { return nil }
    return (place, .number((load / replicas - 1e-9).rounded(.up)))
  }

  /// The fewest replicas whose servers are enough; none where contention lets more of them do less,
  /// or their threads for each other are more than one can have.
  private func replicas(
    _ component: Int, _ servers: Double
  ) -> (place: ElementProperty, value: Value)? {
    let facts = model.architecture.components[component].facts
    let station = model.stations[component]
    guard let each = station.concurrency, let replicas = station.replicas else { return nil }
    let law = ComponentStation.scalability(facts)
    // The load counts the work as stretched by contention between today's replicas.
    let needed = servers / station.contentionFactor / each
    guard let most = law.replicas(carrying: needed), most > replicas.most,
      most <= replicas.most * Self.mostTimes, most <= facts.largestFleet ?? .infinity
    else { return nil }
    let isRange = replicas.least < replicas.most
    return (
      own(component, .replicas), isRange ? .range(replicas.least, most) : .number(most)
    )
  }

  /// Readers grow with partitions: by so many for each as the limit has now.
  private func partitions(
    _ limit: Limit, _ readers: Double
  ) -> (place: ElementProperty, value: Value)? {
    guard let place = limit.inputs.first(where: { $0.property == .partitions }),
      let count = model.architecture.facts(of: place.element).number(.partitions), count > 0
    else { return nil }
    return (place, .number((readers * count / limit.capacity - 1e-9).rounded(.up)))
  }

  /// More shards where they lower the share of the busiest one; else a key that spreads the load,
  /// or shards that take more.
  private func shards(
    _ component: Int, _ limit: Limit, _ load: Double
  ) -> (place: ElementProperty, value: Value)? {
    let facts = model.architecture.components[component].facts
    let property: Property = limit.stops == .reads ? .shardReads : .shardWrites
    guard let single = facts.number(property), single > 0 else { return nil }
    if limit.inputs.contains(where: { $0.property == .shardMonotonic }) {
      return (own(component, .shardBy), .text("hash"))
    }
    let count: Property = facts[.shardCount] != nil ? .shardCount : .partitions
    let (top, share) = (facts.number(.shardTopShare) ?? 0, single / load)
    guard top < share else {
      // Leave half of what a shard takes to all other keys.
      return (own(component, .shardTopShare), .number(RiskLevel.twoDigits(share / 2, .down)))
    }
    let shards = ((1 - top) / (share - top) - 1e-9).rounded(.up)
    if shards > facts.number(.shardDistinct) ?? .infinity {
      return (own(component, .shardDistinct), .number(shards))
    }
    guard shards > facts.number(count) ?? 0 else { return nil }
    return (own(component, count), .number(shards))
  }

  // MARK: - Words

  func remedy(
    _ place: ElementProperty, _ values: (old: Value?, new: Value), _ component: Int,
    _ limit: Limit, after: Headroom?
  ) -> Remedy {
    let name = model.architecture.name(of: place.element)
    let type = place.property.definition.type
    let to = values.new.measure(type).words
    return Remedy(
      element: name, property: place.property,
      from: values.old?.measure(type).words ?? "unknown", to: to,
      change: "components.\(name).\(place.property.name)="
        + String(to.filter { $0 != " " }),
      limited: model.architecture.components[component].name, limit: limit.kind,
      before: limit.headroom, after: after?.multiple ?? target,
      isAtMost: (limit.isAtMost, after?.isAtMost ?? false))
  }
}
