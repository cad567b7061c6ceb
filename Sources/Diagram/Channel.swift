/// The columns between two layers, in which lines change their rows.
///
/// Lines of one source may part; lines to one target may join, and those that do have a track of
/// their own, which ends there. No others touch: where a row leads from one node and, further
/// right, to another one, all lines of the first lie left of those to the second. Tracks are filled
/// from the left (Hashimoto and Stevens, "Wire Routing by Optimizing Channel Assignment within
/// Large Apertures", DAC 1971).
struct Channel {
  /// An upright line, from the row of its source to the rows of its targets.
  private struct Track {
    let source: Int
    let targets: [Int]
    let rows: ClosedRange<Int>
    /// Which of two is better left: of those that lead down the lower one, else the upper one.
    let order: Int
  }

  /// Columns of tracks.
  private(set) var width = 0
  /// A node that needs a row of its own for the tracks to find an order; nil where they have one.
  private(set) var obstacle: Int?
  private var columns: [Ends: Int] = [:]

  private let rows: [Int]
  private let fans: [Int: [Int]]
  /// Whose line to a node the others join: it may lead to others, too.
  private let keepers: [Int: Int]

  /// The tracks of links between the nodes of two layers.
  init(_ links: Set<Ends>, rows: [Int]) {
    let sorted = links.sorted { ($0.source, $0.target) < ($1.source, $1.target) }
    self.rows = rows
    let fans = Dictionary(grouping: sorted, by: \.source).mapValues { $0.map(\.target) }
    self.fans = fans
    keepers = Dictionary(grouping: sorted, by: \.target).mapValues { links in
      let sources = links.map(\.source)
      return sources.first { rows[$0] == rows[links[0].target] }
        ?? sources.first { fans[$0]?.count ?? 0 > 1 } ?? sources[0]
    }
    let tracks = makeTracks()
    place(tracks, before: precedence(tracks))
  }

  /// The column of the track of a link; nil where the link is straight.
  func column(_ link: Ends) -> Int? { columns[link] }

  /// Whether a link joins the line of another one with the same target.
  func isJoining(_ link: Ends) -> Bool { keepers[link.target] != link.source }

  /// A track for all links of a source, and one for each that joins the line of another source.
  private func makeTracks() -> [Track] {
    var tracks: [Track] = []
    for (source, targets) in fans.sorted(by: { $0.key < $1.key }) {
      let bent = targets.filter { rows[$0] != rows[source] }
      let shared = bent.filter { keepers[$0] == source }
      let single = bent.filter { keepers[$0] != source }.map { [$0] }
      tracks += ((shared.isEmpty ? [] : [shared]) + single).map { track(source, $0) }
    }
    return tracks.sorted {
      ($0.order, $0.source, $0.targets[0]) < ($1.order, $1.source, $1.targets[0])
    }
  }

  private func track(_ source: Int, _ targets: [Int]) -> Track {
    let ends = ([source] + targets).map { rows[$0] }
    let (top, bottom) = (ends.min() ?? 0, ends.max() ?? 0)
    let isDown = bottom - rows[source] > rows[source] - top
    return Track(
      source: source, targets: targets, rows: top...bottom,
      order: isDown ? -rows[source] : rows[source])
  }

  /// For each track those that have to lie left of it, with the node on account of which.
  private func precedence(_ tracks: [Track]) -> [[(track: Int, node: Int?)]] {
    var before: [[(track: Int, node: Int?)]] = Array(repeating: [], count: tracks.count)
    var from: [Int: [Int]] = [:]
    var to: [Int: [Int]] = [:]
    for (index, track) in tracks.enumerated() {
      from[track.source, default: []].append(index)
      for target in track.targets { to[target, default: []].append(index) }
    }
    let sources = Dictionary(fans.keys.map { (rows[$0], $0) }) { first, _ in first }
    for (target, joining) in to.sorted(by: { $0.key < $1.key }) {
      let others = joining.filter { tracks[$0].source != keepers[target] }
      for keeper in joining where tracks[keeper].source == keepers[target] {
        for other in others { before[other].append((keeper, nil)) }
      }
      guard let source = sources[rows[target]] else { continue }
      for track in joining {
        for first in from[source] ?? [] { before[track].append((first, target)) }
      }
    }
    return before
  }

  /// Gives each track the first column behind those before it where its rows are free; a blank
  /// column and a blank row stand between two corners, which are the same sign in ASCII.
  private mutating func place(_ tracks: [Track], before: [[(track: Int, node: Int?)]]) {
    var column: [Int?] = Array(repeating: nil, count: tracks.count)
    var taken: [[ClosedRange<Int>]] = []
    var left = Array(tracks.indices)
    while !left.isEmpty {
      guard let next = left.first(where: { before[$0].allSatisfy { column[$0.track] != nil } })
      else {
        obstacle =
          left.lazy.flatMap { before[$0] }
          .first { column[$0.track] == nil && $0.node != nil }?.node
        return
      }
      left.removeAll { $0 == next }
      var place = before[next].compactMap { column[$0.track] }.max().map { $0 + 1 } ?? 0
      let rows = tracks[next].rows
      let wide = rows.lowerBound - 1...rows.upperBound + 1
      while place < taken.count, taken[place].contains(where: { $0.overlaps(wide) }) { place += 1 }
      while place >= taken.count { taken.append([]) }
      taken[place].append(rows)
      column[next] = place
      for target in tracks[next].targets {
        columns[Ends(source: tracks[next].source, target: target)] = 2 * place
      }
    }
    width = max(0, 2 * taken.count - 1)
  }
}
