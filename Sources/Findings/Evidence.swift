package import SourceText

/// One value a rule read.
package struct Evidence: Hashable, Sendable {
  /// The element and property, such as `orders-queue.visibility`.
  package let name: String
  /// The value.
  package let value: Measure
  /// Where it came from.
  package let origin: Origin
  /// For a derived value the weakest origin among its inputs, unknown where it is the least that
  /// it can be because some input is missing; otherwise the origin itself.
  package let basis: Origin
  /// Where it is written, for a declared value.
  package let place: SourcePlace?
  /// Where a default or an assumption comes from: product page or convention.
  package let source: String?
  /// The element's own name and its property; nil for what is a property of none.
  package let subject: Subject?

  /// Whose value it is.
  package struct Subject: Hashable, Sendable {
    /// The element's name.
    package let element: String
    /// The property's name.
    package let property: String

    /// A subject by its names.
    package init(element: String, property: String) {
      (self.element, self.property) = (element, property)
    }
  }

  /// Evidence from its parts.
  package init(
    name: String, value: Measure, origin: Origin, basis: Origin? = nil, place: SourcePlace? = nil,
    source: String? = nil,
    subject: Subject? = nil
  ) {
    self.name = name
    self.value = value
    self.origin = origin
    self.basis = basis ?? origin
    self.place = place
    self.source = source
    self.subject = subject
  }

  /// Where a value that is written nowhere came from: `default of Amazon SQS`.
  package var provenance: String {
    if let source { return "\(origin.word) \(origin == .assumed ? "by" : "of") \(source)" }
    return switch basis {
    case .unknown: "\(origin.word), at least"
    case .default, .assumed: "\(origin.word) from \(basis.word) values"
    case .declared, .derived: origin.word
    }
  }
}
