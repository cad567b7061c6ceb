package import Findings

/// What a list shows of its entries: one value, which Esc and Back restore as a whole.
///
/// A new way to filter is a property here, with its part of `matches` and of `words`.
package struct ListFilter: Equatable, Sendable {
  /// Entries of a lesser severity are hidden.
  package private(set) var leastSeverity = Severity.low
  /// What one of an entry's texts has to contain, in any case.
  package var text = "" {
    didSet { needle = Array(text.lowercased().utf8) }
  }
  /// The text in lower-case UTF-8, as entries look for it.
  private var needle: [UInt8] = []

  /// A filter that lets everything pass.
  package init() {}

  /// Whether everything passes.
  package var isOff: Bool { self == ListFilter() }

  /// Whether an entry passes.
  package func matches(_ entry: Entry) -> Bool {
    if let severity = entry.severity, severity < leastSeverity { return false }
    return entry.contains(needle)
  }

  /// Lets everything pass again.
  package mutating func reset() { self = ListFilter() }

  /// The next step: all, critical, high and above, medium and above.
  package mutating func nextSeverity() {
    leastSeverity = leastSeverity == .low ? .critical : leastSeverity.moved(by: -1)
  }

  /// What it lets pass, such as `critical only /pay`; empty where a list shows everything.
  package func words(ofFindings: Bool) -> [String] {
    let severity: String? =
      switch leastSeverity {
      case .critical: "critical only"
      case .high: "high and above"
      case .medium: "medium and above"
      case .low: nil
      }
    let text = text.isEmpty ? nil : "/" + text
    return [ofFindings ? severity : nil, text].compactMap(\.self)
  }

  /// What a list says that is empty because of the filter; nil when that is not why.
  var emptyWords: String? { isOff ? nil : "nothing matches" }
}
