/// What a system is to be looked at with, beyond what the description says of today.
package struct WhatIf: Sendable {
  /// Names of scenarios in the description, each laid over those before it.
  package var scenarios: [String] = []
  /// Properties to set otherwise, after the scenarios.
  package var changes: [Change] = []
  /// Zones and components that are lost.
  package var losses: [String] = []
  /// Whether caches answer nothing.
  package var isCacheCold = false

  /// Nothing but today.
  package init() {}

  /// Whether nothing differs from today.
  package var isEmpty: Bool {
    scenarios.isEmpty && changes.isEmpty && losses.isEmpty && !isCacheCold
  }

  /// In words, one phrase for each; `contents` are the overlays of the description.
  package func words(_ contents: [Scenario]) -> [String] {
    scenarios.map { name in
      let parts = contents.first { $0.name == name }?.words ?? []
      return "scenario \(name)" + (parts.isEmpty ? "" : " (\(parts.joined(separator: ", ")))")
    } + changes.map(\.text) + Self.words(losses, isCacheCold)
  }

  static func words(_ losses: [String], _ isCacheCold: Bool) -> [String] {
    losses.map { "\($0) lost" } + (isCacheCold ? ["cold caches"] : [])
  }
}
