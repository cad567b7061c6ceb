import Architecture
import Description
import Findings
import SourceText
import YAML

/// Tells components, arrows and journeys from traces, with how often and how long.
struct TraceReader {
  let system: ForeignSystem
  let file: ForeignFile
  let forest: TraceForest
  let peers: TracePeers
  /// First and last moment of what was traced.
  let window: (start: Double, end: Double)

  init(_ system: ForeignSystem, _ file: ForeignFile, _ spans: [TraceSpan]) {
    self.system = system
    self.file = file
    forest = TraceForest(spans)
    peers = TracePeers(system)
    window = spans.reduce((.infinity, -.infinity)) { (min($0.0, $1.start), max($0.1, $1.end)) }
  }

  /// Fewest requests of which a mean says something, and a time that one in a hundred takes.
  private static let least = (mean: 10, p99: 1000)

  func read() {
    guard !forest.spans.isEmpty else {
      return system.ask("it holds no spans: was the right query exported?", of: file.path)
    }
    var entries: [Int: [Int]] = [:]
    var order: [Int] = []
    for number in forest.spans.indices {
      let span = forest.spans[number]
      let component = peers.service(span.service, at: span.span)
      if entries[component] == nil {
        order.append(component)
        entries[component] = []
      }
      if forest.isEntry(number) { entries[component]?.append(number) }
    }
    let arrows = readArrows(entries.mapValues(\.count))
    for component in order { readTimes(component, entries[component] ?? []) }
    readJourneys()
    note(order.count, arrows, entries, order)
  }

  // MARK: - Arrows

  private struct Arrow: Hashable {
    let source: Int
    let target: Int
    let kind: RelationKind
  }

  /// Adds the arrows; how many there are.
  private func readArrows(_ requests: [Int: Int]) -> Int {
    var counts: [Arrow: (count: Int, span: SourceSpan)] = [:]
    var order: [Arrow] = []
    for number in forest.spans.indices {
      guard let arrow = arrow(number) else { continue }
      if counts[arrow] == nil { order.append(arrow) }
      counts[arrow, default: (0, forest.spans[number].span)].count += 1
    }
    for arrow in order {
      guard let (count, span) = counts[arrow] else { continue }
      let all = requests[arrow.source] ?? 0
      var mention = Mention(
        source: arrow.source, text: system.components[arrow.target].name, form: .name,
        kind: arrow.kind, evidence: "\(count) times in \(all) requests traced", span: span)
      let share = Double(count) / Double(max(all, 1))
      // One in a hundred requests is nothing that a few of them can tell.
      if all >= Self.least.mean, abs(share - 1) > 0.005, arrow.kind != .consumes {
        mention.facts.add(
          .perRequest, Fact(.number(TraceReader.rounded(share)), .declared, span: span))
      }
      system.add(mention)
    }
    return order.count
  }

  private func arrow(_ number: Int) -> Arrow? {
    let span = forest.spans[number]
    let own = peers.service(span.service, at: span.span)
    switch span.side {
    case .server:
      guard let parent = forest.parents[number] else { return nil }
      let caller = forest.spans[parent]
      guard caller.service != span.service else { return nil }
      return Arrow(
        source: peers.service(caller.service, at: caller.span), target: own, kind: .calls)
    case .consumer:
      return peers.channel(of: span).map { Arrow(source: own, target: $0, kind: .consumes) }
    case .producer:
      return peers.channel(of: span).map { Arrow(source: own, target: $0, kind: .publishes) }
    case .client, .own:
      if !span.peer.store.isEmpty {
        return peers.store(of: span).map {
          Arrow(source: own, target: $0, kind: TracePeers.kind(of: span.peer.operation))
        }
      }
      // What answers with spans of its own is told by those.
      let isAnswered = forest.children[number].contains {
        forest.spans[$0].service != span.service
      }
      guard span.side == .client, !isAnswered, span.peer.broker.isEmpty else { return nil }
      return peers.other(of: span).flatMap {
        $0 == own ? nil : Arrow(source: own, target: $0, kind: .calls)
      }
    }
  }

  // MARK: - Times

  private func readTimes(_ component: Int, _ entries: [Int]) {
    guard entries.count >= Self.least.mean, let first = entries.first else { return }
    let times = entries.map(forest.ownTime).sorted()
    let span = forest.spans[first].span
    let mean = times.reduce(0, +) / Double(times.count)
    guard mean > 0 else { return }
    system.add(
      measured: .takes, .number(Self.rounded(mean)), in: windowWords, to: component, at: span)
    let p99 = times[min(times.count - 1, times.count * 99 / 100)]
    guard entries.count >= Self.least.p99, p99 >= mean else { return }
    system.add(
      measured: .takesP99, .number(Self.rounded(p99)), in: windowWords, to: component, at: span)
  }

  /// A number with three digits: more are chance.
  static func rounded(_ number: Double) -> Double {
    RiskLevel.twoDigits(number, .toNearestOrEven)
  }
}
