import Findings
import Review
import SourceText

/// A system over time as a picture: a bar per revision, the newest below.
struct HistoryPicture {
  let history: ReviewHistory

  private static let (width, row, top) = (760.0, 22.0, 40.0)
  /// Where bars begin, and how long the longest is.
  private static let bar = (left: 190.0, length: 200.0)

  /// The picture as a file of its own.
  var markup: String {
    let count = Double(history.entries.count)
    let name = (history.entries.last?.system ?? history.path).abridged
    return Drawing.picture(
      "Headroom of \(name) by revision", id: "history", width: Self.width,
      height: Self.top + count * Self.row + 12,
      [Drawing.text("Headroom of \(name) by revision", 12, 24, size: 15, isBold: true)]
        + history.entries.enumerated().flatMap { line($1, Self.top + Double($0) * Self.row) }
    ).document
  }

  private func line(_ entry: ReviewHistory.Entry, _ y: Double) -> [XMLElement] {
    let (revision, base) = (entry.revision, y + 15)
    let length = (history.share(of: entry) ?? 0) * Self.bar.length
    let isOver = entry.headroom.map { $0.multiple < 1 } == true
    return [
      Drawing.text("\(revision.day) \(revision.short)", 12, base, colour: "dim"),
      Drawing.shape(
        "rect",
        Drawing.Look(style: "bar", fill: DocumentPalette.paper(isOver ? "critical" : "bar")),
        [
          "x": Drawing.pixels(Self.bar.left), "y": Drawing.pixels(y + 4),
          "width": Drawing.pixels(length), "height": "14",
        ]),
      Drawing.text(entry.headroom?.phrase ?? "unknown", Self.bar.left + length + 8, base),
      Drawing.text(
        revision.subject.printable.cut(to: 38, "…"), Self.bar.left + Self.bar.length + 110, base,
        colour: "dim"),
    ]
  }
}
