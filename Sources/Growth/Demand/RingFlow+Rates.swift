import Findings

extension RingFlow {
  /// The rates of all nodes from those that come from outside; nil when they are without end.
  func rates(_ inflow: [Rates]) -> [Rates]? {
    let kinds = QueuedKinds(inflow)
    let columns = [inflow.map(\.knownMean), inflow.map(\.direct)] + kinds.columns
    guard let worst = settled([inflow.map(\.knownWorst)], everyAttempt: true)?.first,
      let known = settled(columns)
    else { return nil }
    let bases = spread(inflow.map(\.basis))
    return (0..<count).map { node in
      var rates = Rates(
        mean: known[0][node], direct: known[1][node], worst: worst[node], basis: bases[node])
      rates.append(kinds.parts(known.dropFirst(2).map { $0[node] }))
      return rates
    }
  }

  /// The weakest origin of all that comes to each node.
  private func spread(_ bases: [Origin]) -> [Origin] {
    var spread = bases
    for basis in Set(bases) {
      let isReached = reached { bases[$0] == basis }
      for node in spread.indices where isReached[node] { spread[node] = max(spread[node], basis) }
    }
    return spread
  }
}

/// What has come through queues to a ring, those parts together that came through the same: they
/// fill at the same multiple, and their mean is the same share of their peak.
private struct QueuedKinds {
  /// Three numbers of each kind for each node: peaks, means and ceilings.
  private(set) var columns: [[Double]] = []
  /// Ceilings that stand for none at all.
  private static let endless = 1e60

  init(_ inflow: [Rates]) {
    var parts: [(node: Int, part: Rates.Queued)] = []
    for (node, rates) in inflow.enumerated() {
      for part in rates.queued where part.peak > 0 { parts.append((node, part)) }
    }
    parts.sort { left, right in
      let (first, second) = (left.part, right.part)
      return (first.fill, first.mean / first.peak) < (second.fill, second.mean / second.peak)
    }
    var last: Rates.Queued?
    for (node, part) in parts {
      let isSame = last.map { part.fill <= $0.fill * (1 + 1e-9) && part.isLike($0) } ?? false
      if !isSame {
        columns += Array(repeating: Array(repeating: 0, count: inflow.count), count: 3)
      }
      last = part
      columns[columns.count - 3][node] += part.peak
      columns[columns.count - 2][node] += part.mean
      columns[columns.count - 1][node] += min(part.ceiling, Self.endless)
    }
  }

  /// The parts of one node, from its number in each column.
  func parts(_ numbers: [Double]) -> [Rates.Queued] {
    stride(from: 0, to: numbers.count, by: 3).compactMap { place in
      let (peak, mean, ceiling) = (numbers[place], numbers[place + 1], numbers[place + 2])
      guard peak > 0 else { return nil }
      return Rates.Queued(
        peak: peak, mean: mean, ceiling: ceiling < Self.endless * 1e-30 ? ceiling : .infinity)
    }
  }
}

extension Rates.Queued {
  /// The multiple at which it fills.
  fileprivate var fill: Double { ceiling / peak }

  fileprivate func isLike(_ other: Rates.Queued) -> Bool {
    abs(mean * other.peak - other.mean * peak) <= 1e-9 * max(mean * other.peak, peak * other.mean)
  }
}
