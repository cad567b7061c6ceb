import SourceText

/// The published revisions of the protocol that are spoken.
///
/// Not among them is 2025-03-26, which has several messages in a line. From 2026-07-28 on there is
/// no handshake: each request names its revision.
enum Revision: String, CaseIterable {
  case november2024 = "2024-11-05"
  case june2025 = "2025-06-18"
  case november2025 = "2025-11-25"
  case july2026 = "2026-07-28"

  /// What a handshake ends with: the revision that was asked for, else the latest with a handshake.
  static func agreed(on asked: String?) -> Revision {
    guard let asked = asked.flatMap(Revision.init), asked != .july2026 else { return .november2025 }
    return asked
  }

  /// The key under which a request names its revision.
  static let key = "io.modelcontextprotocol/protocolVersion"

  static var names: JSONValue { .array(allCases.map { .string($0.rawValue) }) }
}
