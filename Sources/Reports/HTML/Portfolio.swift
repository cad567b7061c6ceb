import Findings
import Review

/// The overview of a document about several systems.
struct Portfolio {
  let parts: [HTMLPart]

  init(_ parts: [HTMLPart]) { self.parts = parts }

  var elements: [XMLElement] {
    [
      XMLElement(
        "header",
        [
          XMLElement("h1", text: "\(parts.count) systems"),
          XMLElement("p", ["class": "verdict"], text: verdict),
        ]),
      section("overview", "Systems by headroom", systems),
      section("worst", "Worst risks", worst),
      section("by-team", "By team", teams),
    ]
  }

  private func section(_ id: String, _ title: String, _ table: XMLElement) -> XMLElement {
    XMLElement("section", ["id": id], [XMLElement("h2", text: title), table])
  }

  private var verdict: String {
    let broken = parts.count { $0.review.isBroken }
    let grave = parts.count { part in part.review.open.contains { $0.severity >= .high } }
    var sentence = "\(grave) of \(parts.count) systems have critical or high risks"
    if broken > 0 { sentence += "; \(broken) could not be read in full" }
    return sentence + "."
  }

  private var systems: XMLElement {
    let ranked = parts.enumerated().sorted { left, right in
      let (a, b) = (left.element.review.headroom, right.element.review.headroom)
      let (tight, loose) = (a?.multiple ?? .infinity, b?.multiple ?? .infinity)
      return tight == loose ? left.offset < right.offset : tight < loose
    }.map(\.element)
    return parts[0].table(
      ["System", "Carries", "Breaks first", "Critical", "High", "Checks"],
      ranked.map { part in
        let review = part.review
        return [
          XMLElement("a", ["href": "#\(part.identity)"], text: part.name),
          .text(review.headroom.map { "\($0.words)x" } ?? (review.isBroken ? "broken" : "unknown")),
          .text(review.headroom?.element ?? ""),
          .text("\(review.open.count { $0.severity == .critical })"),
          .text("\(review.open.count { $0.severity == .high })"),
          .text("\(review.checks.made) of \(review.checks.of)"),
        ]
      })
  }

  private var worst: XMLElement {
    let risks = parts.flatMap { part in part.review.open.map { (part, $0) } }.enumerated()
      .sorted {
        let (a, b) = ($0.element.1.severity, $1.element.1.severity)
        return a == b ? $0.offset < $1.offset : a > b
      }.prefix(20)
    return parts[0].table(
      ["", "System", "Risk", "Rule"],
      risks.map { _, risk in
        [
          parts[0].badge(risk.1.severity.word), .text(risk.0.name), .text(risk.1.message),
          XMLElement("code", text: risk.1.rule),
        ]
      })
  }

  private var teams: XMLElement {
    var risks: [String: [Finding]] = [:]
    for part in parts { risks.merge(part.risksByTeam) { $0 + $1 } }
    return parts[0].table(
      ["Team", "Critical", "High", "Medium and low"],
      risks.keys.sorted().map { team in
        let open = risks[team] ?? []
        return [
          .text(team.isEmpty ? "not said" : team),
          .text("\(open.count { $0.severity == .critical })"),
          .text("\(open.count { $0.severity == .high })"),
          .text("\(open.count { $0.severity < .high })"),
        ]
      })
  }
}
