package import Findings

/// What a list shows of its entries: one value, which Esc and Back restore as a whole.
///
/// A new way to filter is a property here, with its part of `matches` and of `words`.
package struct ListFilter: Equatable, Sendable {
  /// Entries of a lesser severity are hidden.
  package private(set) var leastSeverity = Severity.low
  /// Words, each of which some text of an entry has to contain, in any case and order; one behind
  /// `!` is one that none may contain.
  package var text = "" {
    didSet { words = text.split(separator: " ").compactMap { Word($0) } }
  }
  private var words: [Word] = []

  /// A word in lower-case UTF-8, as entries look for it.
  private struct Word: Equatable {
    let bytes: [UInt8]
    let isExcluded: Bool

    init?(_ text: Substring) {
      isExcluded = text.hasPrefix("!")
      bytes = Array((isExcluded ? text.dropFirst() : text).lowercased().utf8)
      if bytes.isEmpty { return nil }
    }
  }

  /// A filter that lets everything pass.
  package init() {}

  /// Whether everything passes.
  package var isOff: Bool { self == ListFilter() }

  /// Whether an entry passes.
  package func matches(_ entry: Entry) -> Bool {
    if let severity = entry.severity, severity < leastSeverity { return false }
    return words.allSatisfy { entry.contains($0.bytes) != $0.isExcluded }
  }

  /// Whether it lets nothing pass that another one does not.
  func narrows(_ other: ListFilter) -> Bool {
    leastSeverity >= other.leastSeverity && text.hasPrefix(other.text)
      && !words.contains(where: \.isExcluded)
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

  /// The words that have to be there, to be marked.
  var marked: [String] {
    text.split(separator: " ").filter { !$0.hasPrefix("!") }.map(String.init)
  }

  /// What a list says that is empty because of the filter; nil when that is not why.
  var emptyWords: String? { isOff ? nil : "nothing matches" }
}
