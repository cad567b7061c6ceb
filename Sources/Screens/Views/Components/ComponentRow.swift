import Architecture
import Growth
import Review
import SourceText

/// A component as a row of a list.
struct ComponentRow {
  let index: Int
  let name: String
  let team: String
  /// What it reaches first; nil where no limit is known.
  let limit: Limit?
  /// Findings about it that nobody has accepted.
  let findings: Int

  /// Times today's peak until it breaks; the last of all where that is unknown.
  var headroom: Double { limit?.headroom ?? .infinity }
  /// Share of that limit in use at today's peak.
  var used: Double { limit?.utilisation(at: 1) ?? -1 }
}

extension SystemOutline {
  /// All components but clients.
  func components(with findings: [Int: Int]) -> [ComponentRow] {
    rows(with: findings) { $0 != .client }
  }

  /// All clients.
  func clients(with findings: [Int: Int]) -> [ComponentRow] {
    rows(with: findings) { $0 == .client }
  }

  private func rows(
    with findings: [Int: Int], where isMeant: (ComponentKind) -> Bool
  ) -> [ComponentRow] {
    architecture.components.enumerated().filter { isMeant($0.element.kind) }.map {
      index, component in
      ComponentRow(
        index: index, name: component.name, team: component.facts.text(.team) ?? "",
        limit: model.limits[index].first, findings: findings[index] ?? 0)
    }
  }
}

/// What components are ordered by.
enum ComponentOrder: String, CaseIterable {
  case headroom
  case use = "use at today's peak"
  case findings
  case name

  /// The next one, in a circle.
  var next: Self { Self.allCases.following(self) }

  /// The rows in this order; those alike as they are described.
  func sorted(_ rows: [ComponentRow]) -> [ComponentRow] {
    switch self {
    case .headroom: rows.sorted { ($0.headroom, $0.index) < ($1.headroom, $1.index) }
    case .use: rows.sorted { (-$0.used, $0.index) < (-$1.used, $1.index) }
    case .findings: rows.sorted { (-$0.findings, $0.index) < (-$1.findings, $1.index) }
    case .name: rows.sorted { $0.name < $1.name }
    }
  }
}

/// What components stand together by.
enum ComponentGrouping: String, CaseIterable {
  case none, journey, team, zone
  case theme = "theme of findings"

  /// The next one, in a circle.
  var next: Self { Self.allCases.following(self) }

  /// The groups that a component stands in.
  func names(of index: Int, _ outline: SystemOutline, _ themes: [Int: [String]]) -> [String] {
    let architecture = outline.architecture
    let facts = architecture.components[index].facts
    let names: [String] =
      switch self {
      case .none: []
      case .journey: outline.journeys[index].map { architecture.journeys[$0].name }
      case .team: facts.text(.team).map { [$0] } ?? []
      case .zone: facts.list(.zones)
      case .theme: themes[index] ?? []
      }
    return names.isEmpty ? ["without a \(self == .theme ? "finding" : rawValue)"] : names
  }
}

extension Array where Element: Equatable {
  /// The element behind another one, in a circle.
  func following(_ element: Element) -> Element {
    firstIndex(of: element).map { self[($0 + 1) % count] } ?? element
  }
}
