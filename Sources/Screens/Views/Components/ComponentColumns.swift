import Architecture
import Findings
import Growth
import Review
import SourceText

/// The columns of the list of components, as wide as what stands in them.
struct ComponentColumns {
  private let limit: Int
  private let findings: Int

  init(_ rows: [ComponentRow]) {
    limit = rows.map { $0.limit?.kind.rawValue.columns ?? 0 }.max() ?? 0
    findings = rows.map { Self.words(findings: $0.findings).columns }.max() ?? 0
  }

  /// A component, in a group or by itself.
  func entry(_ row: ComponentRow, _ outline: SystemOutline, in group: String? = nil) -> Entry {
    Entry(
      id: (group.map { $0 + "\n" } ?? "") + row.name, number: row.index, label: row.name,
      role: .text, message: message(row), place: outline.place(of: row.index),
      bar: .headroom(row.limit?.headroom, target: outline.target),
      searching: [row.name, row.team, row.limit?.kind.rawValue ?? ""])
  }

  /// The identity of the first row of a group.
  static func id(ofGroup name: String) -> String { "group\n" + name }

  /// The first row of a group, with what breaks first in it.
  func heading(_ name: String, _ rows: [ComponentRow], _ outline: SystemOutline) -> Entry {
    let first = rows.min { ($0.headroom, $0.index) < ($1.headroom, $1.index) }
    let count = rows.count == 1 ? "1 component" : "\(rows.count) components"
    let breaks = first.flatMap { row in row.limit.map { "\(row.name) \($0.multiple) first" } }
    return Entry(
      id: Self.id(ofGroup: name), number: -1, label: name, role: .title,
      message: [count, breaks].compactMap(\.self).joined(separator: ", "), place: nil,
      searching: [name] + rows.map(\.name))
  }

  private func message(_ row: ComponentRow) -> String {
    let numbers = row.limit.map {
      $0.multiple.padded(to: 8) + Unit.share($0.utilisation(at: 1)).padded(to: 8)
    }
    let findings = Self.words(findings: row.findings).padded(to: self.findings + 2)
    let limit = (row.limit?.kind.rawValue ?? "").padded(to: limit + 2)
    return (numbers ?? "no limit known".padded(to: 16)) + findings + limit + row.team
  }

  private static func words(findings: Int) -> String {
    findings == 0 ? "" : findings == 1 ? "1 finding" : "\(findings) findings"
  }
}

extension Limit {
  /// Times today's peak until it is reached: `0.25x`, or `<=4x` where something unknown makes it
  /// lower.
  var multiple: String { (isAtMost ? "<=" : "") + figures }

  /// The same without its sign: `4x`.
  var figures: String { Unit.carried(headroom, isAtMost: isAtMost) + "x" }
}

extension Unit {
  /// A share of a limit: `0.9 %`, `79 %`, or `>9999 %` far beyond it.
  static func share(_ share: Double) -> String {
    if share >= 100 { return ">9999 %" }
    let parts = share >= 0.1 ? 100.0 : 1000
    return Unit.ratio.format((share * parts).rounded() / parts)
  }
}

extension Bar {
  /// How far something carries: a tenth of today's peak at the left, ten times the target at the
  /// right, and lines at today's peak and at the target.
  static func headroom(_ headroom: Double?, target: Double) -> Bar {
    let range = 0.1...max(10, target * 10)
    let marks = [1, target].map { place(of: $0, in: range) }
    let role = headroom.map { $0 < 1 ? Role.critical : $0 < target ? .medium : .text } ?? .dim
    return Bar(share: headroom.map { place(of: $0, in: range) }, marks: marks, role: role)
  }

  /// How much of a limit is in use; all of it where more comes than it handles.
  static func use(_ share: Double) -> Bar {
    Bar(share: share, role: share >= 1 ? .critical : share >= 0.7 ? .medium : .text)
  }
}
