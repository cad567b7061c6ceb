import Reports

/// Pieces of a report on disk, until it is known which of them fit and what stands before them.
struct PieceBuffer {
  private var file: TemporaryFile
  private var sizes: [ReportPiece.Size] = []

  /// An empty one; nil where no temporary file can be made.
  init?() {
    guard let file = TemporaryFile() else { return nil }
    self.file = file
  }

  /// Puts a piece of a review aside; false when the disk is full.
  mutating func add(_ piece: ReportPiece, of review: Int) -> Bool {
    sizes.append(piece.size(of: review))
    return file.append(piece.text)
  }

  /// Writes the pieces of a report that fit behind its head, in their order; how many were written
  /// and how many were not.
  func write(
    _ report: any Report, behind head: String, _ run: RunSummary, to output: inout OutputFile
  ) -> (written: Int, left: Int) {
    let offsets = sizes.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.bytes) }
    let chosen = report.chosen(sizes, behind: head, run)
    for (number, piece) in chosen.enumerated() {
      if number > 0 { output.write(report.separator) }
      file.copy(sizes[piece].bytes, at: offsets[piece]) { output.write($0) }
    }
    return (chosen.count, sizes.count - chosen.count)
  }
}
