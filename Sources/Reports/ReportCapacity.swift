/// How much of a report its readers take.
package struct ReportCapacity: Sendable {
  /// The most pieces.
  let pieces: Int
  /// The most bytes of all pieces together, and what stands before them.
  let bytes: Int

  /// Which pieces fit behind a head: by rank, and within a rank as they come.
  func kept(_ sizes: [ReportPiece.Size], behind head: String) -> [Bool] {
    var kept = Array(repeating: false, count: sizes.count)
    var (count, sum) = (0, head.utf8.count)
    for rank in Set(sizes.map(\.rank)).sorted() {
      for (index, size) in sizes.enumerated() where size.rank == rank {
        guard count < pieces, sum + size.bytes <= bytes else { continue }
        kept[index] = true
        (count, sum) = (count + 1, sum + size.bytes)
      }
    }
    return kept
  }
}
