import Architecture
import Foundation
import Growth
import TestSupport
import Testing

/// What has to hold between the headrooms of two descriptions, whatever the numbers are.
///
/// As many random systems as `METAMORPHIC_SYSTEMS` says; some where it says nothing.
@Suite struct MetamorphicTests {
  static let numbers: [Int] = {
    let environment = ProcessInfo.processInfo.environment
    let first = environment["METAMORPHIC_FIRST"].flatMap { Int($0) } ?? 1
    let count = environment["METAMORPHIC_SYSTEMS"].flatMap { Int($0) } ?? 20
    return Array(first..<first + count)
  }()

  private func model(_ text: String) throws -> GrowthModel {
    let read = reading(text)
    #expect(read.problems.isEmpty, "\(read.problems) \(text)")
    return GrowthModel(try #require(read.architecture, "\(text)"))
  }

  private func headroom(_ text: String) throws -> Headroom? { try model(text).headroom }

  private func told(_ headroom: Headroom?) -> String {
    headroom.map { "\($0.multiple) by \($0.limit) of \($0.element)" } ?? "none"
  }

  /// Loads that are found by halving are known to half a hundredth.
  private static let tolerance = 0.006

  private func isSame(_ left: Headroom?, _ right: Headroom?, times factor: Double = 1) -> Bool {
    guard let left, let right else { return left == nil && right == nil }
    return abs(left.multiple * factor - right.multiple) <= Self.tolerance * right.multiple
  }

  @Test(arguments: numbers)
  func `k times the demand leaves a kth of the headroom`(_ number: Int) throws {
    let system = DescriptionEdits(RandomSystem(number))
    guard !system.isClosed else { return }
    let before = try headroom(system.text)
    for factor in [0.4, 1.5] {
      let after = try headroom(system.asking(factor))
      #expect(
        isSame(after, before, times: factor),
        "system \(number): \(told(before)), \(factor) times: \(told(after))\n\(system.text)")
    }
  }

  @Test(arguments: numbers)
  func `units, order and what has nothing to do with it change nothing`(_ number: Int) throws {
    let system = DescriptionEdits(RandomSystem(number))
    let before = try headroom(system.text)
    for text in [system.inOtherUnits, system.reversed, system.besideOthers] {
      let after = try headroom(text)
      #expect(isSame(after, before), "system \(number): \(told(before)), \(told(after))\n\(text)")
    }
  }

  @Test(arguments: numbers)
  func `a service in two halves carries the same by law, and no more`(_ number: Int) throws {
    var dice = SplitMix64(number)
    let (servers, busy) = (dice.whole(1...20), dice.real(0.1...0.7))
    let keys =
      "concurrency: 2, takes: 100ms, queue: \(dice.one(of: ["unlimited", "\(8 * servers)"]))"
    let rate = 20 * Double(servers) * busy * 2
    let whole = """
      journeys: { j: { calls: { to: a, timeout: 2s }, rate: \(rate)/s } }
      components:
        a: { kind: service, replicas: \(2 * servers), \(keys) }
      """
    let halves = """
      journeys:
        j: { calls: { to: a, timeout: 2s }, rate: \(rate / 2)/s }
        k: { calls: { to: b, timeout: 2s }, rate: \(rate / 2)/s }
      components:
        a: { kind: service, replicas: \(servers), \(keys) }
        b: { kind: service, replicas: \(servers), \(keys) }
      """
    let (one, two) = (try model(whole), try model(halves))
    let laws = [one, two].map { $0.architecture }.map {
      GrowthModel($0, byLawsAlone: true).headroom
    }
    #expect(isSame(laws[0], laws[1]))
    let most = try #require(one.headroom?.multiple), least = try #require(two.headroom?.multiple)
    #expect(least <= most * (1 + Self.tolerance))
  }

  @Test(arguments: numbers)
  func `a tighter timeout serves no more of one queue`(_ number: Int) throws {
    var dice = SplitMix64(number)
    let servers = dice.whole(1...30)
    let rate = dice.real(1...20) * Double(servers)
    // Of work that alone is in time: where it is not, less is promised of each.
    let spread = dice.one(of: ["0", "0.5", "1"])
    let served = try [0.6, 1, 3, 10].map { timeout in
      let text = """
        journeys: { j: { calls: { to: a, timeout: \(timeout)s }, rate: \(rate)/s } }
        components:
          a:
            { kind: service, replicas: \(servers), concurrency: 1, takes: 100ms, variability: \(spread) }
        """
      let model = try model(text)
      let goodput = model.journeys(at: [0.5, 0.9, 1, 1.5]).map { $0.points.map { $0.goodput ?? 0 } }
      return goodput.joined() + [model.headroom?.multiple ?? 0]
    }
    for (tight, loose) in zip(served, served.dropFirst()) {
      #expect(
        zip(tight, loose).allSatisfy { $0 <= $1 * (1 + Self.tolerance) }, "\(number) \(served)")
    }
  }

  @Test(arguments: numbers, ["replicas", "pool"])
  func `more never carries less, or what waits for it is named`(_ number: Int, _ key: String) throws
  {
    let system = DescriptionEdits(RandomSystem(number))
    guard !system.isClosed, let before = try headroom(system.text) else { return }
    for place in system.places(key) {
      let after = try #require(try headroom(system.setting(place, to: place.value + 1)))
      let least = before.multiple * (1 - Self.tolerance)
      // What contends works longer the more there are, and holds whoever waits for it; of more that
      // come at once those wait longer who are called.
      let isContended = system.line(of: place).contains("contention")
      guard after.multiple < least, !isContended else { continue }
      let isLittle = after.multiple > before.multiple * 0.85
      #expect(
        try !after.limit.isLaw
          && (isLittle || isLost(before.multiple, system.setting(place, to: place.value + 1))),
        "system \(number), one more than \(place): \(told(before)), \(told(after))\n\(system.text)")
    }
  }

  /// Whether the simulation of a description loses more than it may at a load that another carries.
  private func isLost(_ multiple: Double, _ text: String) throws -> Bool {
    let served = try HeadroomTests.served(model(text), at: multiple * 0.97, events: 200_000)
    return served.contains { $0 < 0.99 }
  }

  @Test(arguments: numbers)
  func `what is tried is what the edited description says`(_ number: Int) throws {
    let system = DescriptionEdits(RandomSystem(number))
    let before = try model(system.text)
    // What is measured to be in use was so before the change, which an edited text cannot know.
    guard !system.isClosed || !system.text.contains("used:") else { return }
    for place in system.places("replicas") {
      let edited = try model(system.setting(place, to: 2 * place.value))
      let index = try #require(
        before.architecture.components.firstIndex { $0.name == place.component })
      let fact = try #require(edited.architecture.components[index].facts[.replicas])
      let tried = before.setting(.replicas, fact, of: .component(index))
      #expect(
        tried.headroom == edited.headroom,
        "system \(number), \(place): \(told(tried.headroom)), \(told(edited.headroom))")
    }
  }

  @Test(arguments: numbers)
  func `silence raises no headroom that is not marked`(_ number: Int) throws {
    let system = DescriptionEdits(RandomSystem(number))
    guard let before = try headroom(system.text) else { return }
    for (fact, text) in system.silences where !Self.structure.contains(where: fact.hasPrefix) {
      guard let after = try headroom(text),
        after.multiple > before.multiple * (1 + Self.tolerance)
      else { continue }
      let key = fact.prefix { $0 != ":" }
      #expect(
        try after.isAtMost || after.assumes.count > before.assumes.count
          || marks(text).contains(String(key)),
        "system \(number) without \(fact): \(told(before)), \(told(after))\n\(system.text)")
    }
  }

  /// What is not there where nobody says it, and is not merely unknown.
  private static let structure = ["parallel", "pool", "count"]

  /// The properties whose silence is told among the assumptions.
  private func marks(_ text: String) throws -> Set<String> {
    Set(GrowthForecast(try model(text), at: [1]).assumptions.compactMap(\.property))
  }
}
