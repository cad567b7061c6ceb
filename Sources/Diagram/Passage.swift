/// What passes along an arrow.
package struct Passage: OptionSet, Hashable, Sendable {
  /// The kinds, a bit each.
  package let rawValue: UInt8

  /// Some kinds.
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Requests that are waited for.
  package static let calls = Passage(rawValue: 1)
  /// Reads of a store.
  package static let reads = Passage(rawValue: 2)
  /// Writes to a store.
  package static let writes = Passage(rawValue: 4)
  /// Messages and whatever else nobody waits for.
  package static let messages = Passage(rawValue: 8)

  /// The letters before the head: what of reading and writing it does.
  var letters: String { (contains(.reads) ? "r" : "") + (contains(.writes) ? "w" : "") }
}
