import Findings
import SourceText

/// Places in the text, and what is wrong there, for people; the same in every text report.
struct PlaceText {
  let style: TextStyle

  /// What is wrong, with its excerpt and remedy.
  func problem(_ problem: Problem) -> [String] {
    let weight = problem.weight == .error ? style.bad("error") : style.warn("warning")
    let place = problem.place.map(words) ?? problem.path.printable
    var lines = ["\(place): \(weight): \(problem.message.abridged(to: 400).printable)"]
    if let place = problem.place { lines += excerpt(place) }
    if let remedy = problem.remedy { lines.append("    \(remedy.printable)") }
    return lines + [""]
  }

  /// File, line and column.
  func words(_ place: SourcePlace) -> String {
    "\(place.path.printable):\(place.start.line):\(place.start.column)"
  }

  /// The line, with marks below the place; nothing where the line is empty.
  func excerpt(_ place: SourcePlace) -> [String] {
    place.numberedLines().enumerated().map { row, line in
      "    \(style.dim(line.gutter))\(row == 0 ? line.text : style.accent(line.text))"
    }
  }
}
