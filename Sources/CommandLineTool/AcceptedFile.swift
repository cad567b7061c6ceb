import Description
import Findings
import Glibc
import SourceText

/// A project's `.tenfold-accepted.yaml`, edited so that comments and layout stay.
struct AcceptedFile {
  /// Name of the file, in the project's root.
  static let name = ".tenfold-accepted.yaml"
  private static let head =
    "# Findings somebody decided to live with. A risk that gets worse is open again.\naccepted:\n"

  /// Where a project keeps its decisions.
  static func path(in root: String) -> String { root + "/" + name }

  let path: String

  /// Adds a decision; an earlier one about the same finding goes.
  ///
  /// Nil, or what went wrong.
  func add(_ risk: AcceptedRisk) -> String? {
    let old = Files.text(path)
    if old == nil, Files.isThere(path) { return "cannot read \(path)" }
    var reading = Reading()
    var lines = (old ?? "").split(separator: "\n", omittingEmptySubsequences: false)
    if let old, let root = reading.addText(SourceText(path: path, text: old)) {
      let own = Self.lines(about: risk, root, &reading)
      if let problem = reading.problems.first { return problem.line }
      for range in own.reversed() { lines.removeSubrange(range) }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    var text = lines.isEmpty ? Self.head : lines.joined(separator: "\n") + "\n"
    if !text.contains("\naccepted:"), !text.hasPrefix("accepted:") { text += "accepted:\n" }
    return Output.save(text + Self.entry(risk), as: path)
  }

  /// The lines of the entries about the same finding.
  private static func lines(
    about risk: AcceptedRisk, _ root: NodeReference, _ reading: inout Reading
  ) -> [Range<Int>] {
    guard !reading.isNull(root) else { return [] }
    var ranges: [Range<Int>] = []
    for entry in reading.entries(root) where entry.name == "accepted" {
      guard !reading.isNull(entry.value) else { continue }
      let known = reading.readAccepted(entry.value)
      for (index, (other, node)) in known.enumerated()
      where (other.rule, other.element, other.system) == (risk.rule, risk.element, risk.system) {
        let start = reading.sources.start(of: reading.span(node)).position.line
        let text = reading.sources.texts[Int(reading.span(node).source)]
        let next =
          index + 1 < known.count
          ? reading.sources.start(of: reading.span(known[index + 1].node)).position.line
          : text.lineCount + 1
        ranges.append(start - 1..<end(of: text, from: start, to: next))
      }
    }
    return ranges
  }

  /// One past the last line of an entry: comments and blank lines behind it are not its own.
  private static func end(of text: SourceText, from start: Int, to next: Int) -> Int {
    var last = next - 1
    while last > start {
      let line = text.string(text.lineRange(last)).drop { $0 == " " }
      guard line.isEmpty || line.hasPrefix("#") else { break }
      last -= 1
    }
    return last
  }

  /// The decision in YAML, texts quoted as JSON quotes them.
  private static func entry(_ risk: AcceptedRisk) -> String {
    let level = risk.level.rounded
    let fields: [(String, String?)] = [
      ("system", risk.system.map(JSONValue.quoted)), ("rule", risk.rule),
      ("element", risk.element.map(JSONValue.quoted)), ("reason", JSONValue.quoted(risk.reason)),
      ("owner", risk.owner.map(JSONValue.quoted)), ("until", risk.until?.text),
      ("ticket", risk.ticket.map(JSONValue.quoted)), ("severity", level.severity?.word),
      ("headroom", level.headroom.map { Unit.digits($0) + "x" }),
      ("peak", level.headroom == nil ? level.peak.map { "\(Unit.digits($0))/s" } : nil),
    ]
    let written = fields.compactMap { field in field.1.map { "\(field.0): \($0)\n" } }
    return "  - " + written.joined(separator: "    ")
  }
}
