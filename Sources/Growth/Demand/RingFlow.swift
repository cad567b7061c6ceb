import Glibc

/// How often the nodes of a ring are asked when what comes to each asks others of the same ring.
///
/// The flow balance x = b + A x of Denning and Buzen (1978) with A >= 0. It has an answer exactly
/// where no round amplifies what comes, which is where all pivots of 1 - A are positive (A. Berman
/// and R. J. Plemmons, Nonnegative Matrices in the Mathematical Sciences, 1979, ch. 6, M-matrices).
struct RingFlow {
  /// How often one request to a node asks another.
  struct Edge {
    let source: Int
    let target: Int
    let use: Double
    /// The same when every attempt is used.
    let worst: Double
  }

  let count: Int
  /// By source.
  private var edges: [Edge] = []
  /// Where those of each node begin.
  private var starts: [Int] = [0]

  init(count: Int) { self.count = count }

  /// Adds the edges of the next node; those that are never used are none.
  mutating func add(_ more: [Edge]) {
    edges += more.filter { $0.use > 0 }
    starts.append(edges.count)
  }

  /// What comes to each node, from outside and around the ring, for some columns of what comes from
  /// outside; nil when it is without end.
  func settled(_ columns: [[Double]], everyAttempt isWorst: Bool = false) -> [[Double]]? {
    let isFed = reached { node in columns.contains { $0[node] > 0 } }
    let used = edges.filter { isFed[$0.source] }
    let settled =
      count <= Budget.ringNodes
      ? eliminated(used, columns, isWorst) : repeated(used, columns, isWorst)
    guard let settled, settled.allSatisfy({ $0.allSatisfy(\.isFinite) }) else { return nil }
    return settled
  }

  /// What is left of a node when it asks itself around the ring, from which on there is no end.
  private static let leastPivot = 1e-9

  private func eliminated(
    _ edges: [Edge], _ columns: [[Double]], _ isWorst: Bool
  ) -> [[Double]]? {
    var matrix = [Double](repeating: 0, count: count * count)
    for node in 0..<count { matrix[node * count + node] = 1 }
    for edge in edges {
      matrix[edge.target * count + edge.source] -= isWorst ? edge.worst : edge.use
    }
    var columns = columns
    for pivot in 0..<count {
      let diagonal = matrix[pivot * count + pivot]
      guard diagonal > Self.leastPivot else { return nil }
      for row in pivot + 1..<max(pivot + 1, count) where matrix[row * count + pivot] != 0 {
        let factor = matrix[row * count + pivot] / diagonal
        matrix.withUnsafeMutableBufferPointer { cells in
          for place in pivot + 1..<count {
            cells[row * count + place] -= factor * cells[pivot * count + place]
          }
        }
        for index in columns.indices { columns[index][row] -= factor * columns[index][pivot] }
      }
    }
    for index in columns.indices {
      for row in (0..<count).reversed() {
        var value = columns[index][row]
        for place in row + 1..<max(row + 1, count) where matrix[row * count + place] != 0 {
          value -= matrix[row * count + place] * columns[index][place]
        }
        columns[index][row] = value / matrix[row * count + row]
      }
    }
    return columns
  }

  /// The method of Gauss and Seidel forth and back.
  ///
  /// It settles where the equations have an answer (R. S. Varga, Matrix Iterative Analysis, 1962,
  /// section 3.3).
  private func repeated(
    _ edges: [Edge], _ columns: [[Double]], _ isWorst: Bool
  ) -> [[Double]]? {
    var into = [[(source: Int, use: Double)]](repeating: [], count: count)
    for edge in edges { into[edge.target].append((edge.source, isWorst ? edge.worst : edge.use)) }
    var settled: [[Double]] = []
    for inflow in columns {
      guard let column = repeated(into, inflow) else { return nil }
      settled.append(column)
    }
    return settled
  }

  /// Rounds after which a large ring is taken to have no end.
  private static let mostRounds = 250

  private func repeated(
    _ into: [[(source: Int, use: Double)]], _ inflow: [Double]
  ) -> [Double]? {
    var flow = inflow
    for round in 0..<2 * Self.mostRounds {
      var (change, sum) = (0.0, 0.0)
      for step in 0..<count {
        let node = round.isMultiple(of: 2) ? step : count - 1 - step
        let next = into[node].reduce(inflow[node]) { $0 + $1.use * flow[$1.source] }
        change = max(change, abs(next - flow[node]) / max(1e-300, next))
        flow[node] = next
        sum += next
      }
      guard sum < 1e100 else { return nil }
      if change <= 1e-12 { return flow }
    }
    return nil
  }

  /// Which nodes something comes to, from some nodes on.
  func reached(from isStart: (Int) -> Bool) -> [Bool] {
    var isReached = (0..<count).map(isStart)
    var open = isReached.indices.filter { isReached[$0] }
    while let node = open.popLast() {
      for edge in edges[starts[node]..<starts[node + 1]] where !isReached[edge.target] {
        isReached[edge.target] = true
        open.append(edge.target)
      }
    }
    return isReached
  }

  /// How many requests one becomes per hop around the ring in the long run: the largest eigenvalue
  /// of its uses, by the power method; hops that do not come round at once are averaged.
  var amplification: Double {
    var weights = [Double](repeating: 1, count: count)
    var growth: [Double] = []
    for _ in 0..<200 {
      var next = [Double](repeating: 0, count: count)
      for edge in edges { next[edge.target] += weights[edge.source] * edge.use }
      let sum = next.reduce(0, +)
      guard sum > 0, sum.isFinite else { break }
      growth.append(sum / weights.reduce(0, +))
      weights = next.map { $0 / sum }
    }
    let last = growth.suffix(100)
    return last.isEmpty ? 1 : exp(last.reduce(0) { $0 + log($1) } / Double(last.count))
  }
}
