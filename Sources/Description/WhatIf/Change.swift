package import Architecture

/// A property said to be something else than in the description: `components.api.replicas=4..40`.
package struct Change: Hashable, Sendable {
  /// The path that a changed value is said to stand in.
  package static let source = "--set"

  /// As the user wrote it.
  package let text: String
  /// The part before the equals sign, split at its dots.
  let path: [String]
  /// Where in the text the value stands, in bytes.
  let value: Range<Int>

  /// The part before the equals sign, as scenarios write it.
  package var pathText: String { path.joined(separator: ".") }

  /// The change that a text asks for; nil when it has no equals sign, or no value behind it.
  package init?(_ text: String) {
    guard let equals = text.utf8.firstIndex(of: UInt8(ascii: "=")),
      let first = text[text.index(after: equals)...].first(where: { !$0.isWhitespace }),
      first != "#"
    else { return nil }
    self.text = text
    path = text[..<equals].split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let start = text.utf8.distance(from: text.startIndex, to: equals) + 1
    value = start..<text.utf8.count
  }

  /// The change of a property of an element; nil for one that no path names.
  package init?(
    _ element: ElementID, _ property: Property, to value: String, in architecture: Architecture
  ) {
    guard let path = architecture.path(of: element) else { return nil }
    self.init("\((path + [property.name]).joined(separator: "."))=\(value)")
    guard case .success(let target) = target(in: architecture), target.element == element,
      target.property == property
    else { return nil }
  }
}
