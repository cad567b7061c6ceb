import Foundation
import TestSupport

/// A description of a random system of all kinds that growth knows: layers of services with few or
/// many servers, rooms, pools, timeouts and attempts, calls at the same time, contention, caches,
/// quotas, measured use, several operations, several journeys, users who come again, and parts.
struct RandomSystem: CustomStringConvertible {
  private var dice: SplitMix64
  /// Journeys with what they call first, and their rates.
  private var journeys: [(name: String, calls: [Int], rate: Double)] = []
  /// Per component, the calls that it makes.
  private var calls: [[Call]] = []
  /// Per component, seconds of its own work, and how long it is held with its calls.
  private var own: [Double] = []
  private var held: [Double] = []
  /// Per component, the requests that come per second.
  private var rates: [Double] = []
  /// Whether some users come again, so that their rates follow what is carried.
  private let isClosed: Bool
  /// Dice of the parts alone, and how many there may be; none where nothing has parts.
  private var partDice: SplitMix64
  private var partCounts: [Int] = []
  /// Lines of the description: of journeys, then of components.
  private var lines: (journeys: [String], components: [String]) = ([], [])

  private struct Call {
    let target: Int
    var keys: [String] = []
  }

  /// The system of a number; always the same.
  init(_ number: Int, hasParts: Bool = true) {
    dice = SplitMix64(number)
    partDice = SplitMix64(-number)
    if hasParts, partDice.chance(0.16) {
      let count = partDice.whole(2...5)
      partCounts = [count, count, partDice.whole(2...4)]
    }
    isClosed = dice.chance(0.12)
    let count = dice.whole(2...6)
    calls = (0..<count).map { _ in [] }
    own = (0..<count).map { _ in pow(10, dice.real(-2.7 ... -0.7)) }
    for index in 0..<count { calls[index] = makeCalls(of: index, among: count) }
    addJourneys()
    rates = (0..<count).map { _ in 0 }
    for journey in journeys { for call in journey.calls { rates[call] += journey.rate } }
    for index in 0..<count { for call in calls[index] { rates[call.target] += rates[index] } }
    held = own
    for index in (0..<count).reversed() {
      held[index] += calls[index].reduce(0) { $0 + held[$1.target] }
    }
    for index in 0..<count where rates[index] > 0 { addComponent(index) }
  }

  private mutating func makeCalls(of index: Int, among count: Int) -> [Call] {
    let later = Array(index + 1..<count)
    guard !later.isEmpty else { return [] }
    let isParallel = dice.chance(0.15)
    return dice.some(of: later, most: 3).map { target in
      Call(target: target, keys: isParallel ? ["parallel: yes"] : [])
    }
  }

  private mutating func addJourneys() {
    let first = pow(10, dice.real(0...2.5))
    journeys = [("j", [0], first)]
    if dice.chance(0.3) {
      journeys.append(("k", [dice.whole(0...calls.count - 1)], first * dice.real(0.2...2)))
    }
  }

  /// What makes a caller give up, long after the answer usually is there.
  private mutating func patience(_ target: Int) -> [String] {
    guard dice.chance(0.4) else { return [] }
    let timeout = max(0.02, held[target] * dice.real(4...25))
    return ["timeout: \(Self.text(timeout * 1000))ms"]
      + (dice.chance(0.6) ? ["attempts: \(dice.whole(2...3))"] : [])
  }

  /// Half of the components of such a system have parts, some with one that gets more.
  private mutating func parts() -> [String] {
    guard !partCounts.isEmpty, partDice.chance(0.5) else { return [] }
    let top = partDice.whole(10...60)
    return ["count: \(partDice.one(of: partCounts))"]
      + (partDice.chance(0.3) ? ["tenants: { top-share: \(top)% }"] : [])
  }

  private static func text(_ number: Double) -> String { String(format: "%.4f", number) }

  // MARK: - Lines

  private mutating func addComponent(_ index: Int) {
    let isLast = calls[index].isEmpty
    let busy = rates[index] * held[index]
    if isLast, dice.chance(0.3) {
      let limit = rates[index] * dice.real(1.5...6)
      let kind =
        dice.chance(0.5)
        ? "kind: external, limit: \(Self.text(limit))/s"
        : "kind: database, used: \(dice.whole(15...60))%"
      let keys = [kind, "takes: \(Self.text(own[index] * 1000))ms"] + parts()
      lines.components.append("s\(index): { \(keys.joined(separator: ", ")) }")
      return
    }
    let servers = max(1, (busy / dice.real(0.1...0.6)).rounded(.up))
    let replicas = dice.whole(1...4)
    let each = max(1, Int((servers / Double(replicas)).rounded(.up)))
    var keys = ["kind: service", "replicas: \(replicas)", "concurrency: \(each)"]
    keys += options(index, servers: replicas * each) + parts()
    lines.components.append("s\(index): { \(keys.joined(separator: ", ")) }")
  }

  private mutating func options(_ index: Int, servers: Int) -> [String] {
    var keys: [String] = []
    if dice.chance(0.4) {
      keys.append("variability: \(dice.one(of: ["0", "0.25", "0.5", "2", "4"]))")
    }
    if dice.chance(0.2) { keys.append("queue: \(dice.whole(servers...8 * servers))") }
    if dice.chance(0.12) {
      let (contention, coherence) = (dice.whole(1...10), dice.whole(0...1))
      keys.append("scaling: { contention: \(contention)%, coherence: \(coherence)% }")
    }
    let work = "takes: \(Self.text(own[index] * 1000))ms"
    let made = calls[index].map { call in
      var all = ["to: s\(call.target)"] + call.keys + patience(call.target)
      if dice.chance(0.15) {
        let tokens = rates[index] * held[call.target] / dice.real(0.15...0.7)
        all.append("pool: \(max(1, Int(tokens.rounded(.up))))")
      }
      return "{ \(all.joined(separator: ", ")) }"
    }
    let whole = made.isEmpty ? "" : ", calls: [\(made.joined(separator: ", "))]"
    guard index == 0, dice.chance(0.2) else { return keys + [work + whole] }
    let light = "takes: \(Self.text(own[index] * 1000 * dice.real(0.1...0.9)))ms"
    return keys + ["operations: { o: { \(work)\(whole) }, l: { \(light) } }"]
  }

  private func entry(_ index: Int, _ operation: String) -> String {
    let hasOperations = lines.components.first?.contains("operations:") == true && index == 0
    return "s\(index)" + (hasOperations ? ".\(operation)" : "")
  }

  var description: String {
    var dice = dice
    let made = journeys.enumerated().map { number, journey -> String in
      let keys = dice.chance(0.3) ? patienceOfClients(&dice, journey.calls[0]) : ""
      let target = entry(journey.calls[0], number == 0 ? "o" : "l")
      let growth = dice.chance(0.3) ? ", growth: \(dice.whole(2...10))x in 12 months" : ""
      let load =
        isClosed && number == 0
        ? "users: \(max(1, Int(journey.rate * (held[0] + 1)))), think: 1s"
        : "rate: \(Self.text(journey.rate))/s"
      let call = "{ to: \(target)\(keys) }"
      return "  \(journey.name): { from: user, calls: \(call), \(load)\(growth) }\n"
    }
    let all = lines.components.map { "  \($0)\n" }
    return "tenfold: 1\nsystem: Random\njourneys:\n" + made.joined()
      + "components:\n  user: { kind: client }\n" + all.joined()
  }

  private func patienceOfClients(_ dice: inout SplitMix64, _ target: Int) -> String {
    let timeout = max(0.05, held[target] * dice.real(6...30))
    return ", timeout: \(Self.text(timeout * 1000))ms, attempts: \(dice.whole(1...3))"
  }
}
