import Architecture
import Growth
import Review
import TestSupport
import Testing
import YAML

/// The smallest sets of changes, held against exhaustive search and against the simulation.
@Suite struct PlanSizeTests {
  /// What a plan of some random system is for; nil where it needs no change, or not only numbers.
  private static func plan(
    _ number: Int
  ) throws -> (model: GrowthModel, target: Double, tried: TriedChanges)? {
    let model = GrowthModel(try #require(reading(RandomSystem(number).description).architecture))
    guard let headroom = model.headroom?.multiple, headroom > 0, headroom.isFinite else {
      return nil
    }
    let tried = TriedChanges(model, target: max(1, headroom) * 4)
    let changes = tried.changes
    guard changes.isReached, !changes.isCutShort, !changes.steps.isEmpty else { return nil }
    return (model, max(1, headroom) * 4, tried)
  }

  /// No set with one change less reaches the target, whichever numbers grow how far; users who come
  /// again are left out, since what answers them more slowly lets less come.
  @Test(arguments: HeadroomTests.numbers)
  func `no smaller set of numbers does what a plan does`(_ number: Int) throws {
    guard let (model, target, tried) = try Self.plan(number), tried.changes.steps.count <= 3,
      !RandomSystem(number).description.contains("users: ")
    else { return }
    #expect(isEnough(tried.changes.result, target), "\(RandomSystem(number))")
    let sets = [tried.changes] + tried.others.filter { $0.0 == .fewer }.map(\.1.changes)
    let less = fewer(than: sets.map(\.steps.count).min() ?? 0, in: model, target)
    #expect(
      less == nil,
      """
      system \(number) at \(target): \(sets[0].steps.map { $0.edits.map(\.place) }), but \
      \(less ?? [])
      \(RandomSystem(number))
      """)
  }

  @Test(arguments: HeadroomTests.few)
  func `what a plan says is carried`(_ number: Int) throws {
    guard let (_, target, tried) = try Self.plan(number),
      let headroom = tried.changes.result.headroom,
      !headroom.isAtMost, !headroom.assumes.contains(where: { $0.kind == .timelyWork })
    else { return }
    let after = tried.changes.result
    var served = try HeadroomTests.served(after, at: target * 0.97, events: 60_000)
    if served.contains(where: { $0 < 0.988 }) {
      served = try HeadroomTests.served(after, at: target * 0.97, events: 1_500_000)
    }
    #expect(
      served.allSatisfy { $0 >= 0.988 },
      """
      system \(number): \(served) at 0.97 of \(target) with \
      \(tried.changes.steps.map { $0.edits.map(\.place) })
      \(RandomSystem(number))
      """)
  }

  /// Whether no limit of what serves somebody is below a target.
  private func isEnough(_ model: GrowthModel, _ target: Double) -> Bool {
    let changes = SmallestChanges(model, target: target)
    return changes.steps.isEmpty && changes.isReached
  }

  /// Fewer changes that reach a target; nil where no set of them does.
  private func fewer(
    than count: Int, in model: GrowthModel, _ target: Double
  ) -> [ElementProperty]? {
    let places = Self.places(of: model.architecture)
    func search(_ model: GrowthModel, _ chosen: [ElementProperty], from first: Int)
      -> [ElementProperty]?
    {
      if isEnough(model, target) { return chosen }
      guard chosen.count < count - 1 else { return nil }
      for index in first..<max(first, places.count) {
        for value in Self.values(of: places[index], in: model.architecture) {
          let next = model.setting(places[index], value)
          if let found = search(next, chosen + [places[index]], from: index + 1) { return found }
        }
      }
      return nil
    }
    return search(model, [], from: 0)
  }

  /// Numbers that more of can be had.
  private static let properties: [Property] = [
    .replicas, .limit, .writeCapacity, .readCapacity, .maxConnections, .pool, .partitions,
    .shardCount, .shardWrites, .shardReads, .threads, .memorySize, .bandwidth,
  ]

  private static func places(of architecture: Architecture) -> [ElementProperty] {
    let elements =
      architecture.components.indices.map(ElementID.component)
      + architecture.relations.indices.map(ElementID.relation)
    return elements.flatMap { element in
      properties.filter { architecture.facts(of: element)[$0]?.value.number != nil }
        .map { ElementProperty(element: element, property: $0) }
    }
  }

  /// Some and very many times as much: what has contention, or calls others, may want less.
  private static func values(of place: ElementProperty, in architecture: Architecture) -> [Value] {
    guard let now = architecture.facts(of: place.element)[place.property]?.value else { return [] }
    return [4.0, 16, 1000].map { times in
      switch now {
      case .range(let least, let most): .range(least, most * times)
      default: .number((now.number ?? 1) * times)
      }
    }
  }
}

extension GrowthModel {
  fileprivate func setting(_ place: ElementProperty, _ value: Value) -> GrowthModel {
    setting(place.property, Fact(value, .declared), of: place.element)
  }
}
