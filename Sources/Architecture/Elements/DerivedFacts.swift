package import Findings
import YAML

/// Computed values of one property, one per element; not a number is unknown.
package struct DerivedColumn: Sendable {
  /// The values in base units; flags are 0 and 1.
  package var values: [Double]
  /// The weakest origin among the inputs of each value.
  package var basis: [Origin]
  /// Where the values are no results but assumptions: the convention that says them.
  let convention: String?
  /// Rows whose value something unknown makes lower than said.
  private(set) var upperBounds: Set<Int> = []

  /// A column in which nothing is known yet; its values are assumed where there is a convention.
  package init(count: Int, convention: String? = nil) {
    self.convention = convention
    values = Array(repeating: .nan, count: count)
    basis = Array(repeating: .declared, count: count)
  }

  /// A column of values that follow from the arrows alone.
  package init(_ values: [Double]) {
    convention = nil
    self.values = values
    basis = Array(repeating: .declared, count: values.count)
  }

  /// Sets one value with the weakest origin among its inputs.
  package mutating func set(
    _ index: Int, _ value: Double, basis origin: Origin = .declared, isAtMost: Bool = false
  ) {
    values[index] = value
    basis[index] = origin
    if isAtMost { upperBounds.insert(index) }
  }
}

/// What follows from an architecture, by element kind and property.
package struct DerivedFacts: Sendable {
  private var columns: [Slot: DerivedColumn] = [:]

  private struct Slot: Hashable {
    let element: ElementKinds
    let property: Property
  }

  /// No derived facts.
  package init() {}

  /// The computed values of a property on one kind of element.
  package subscript(element: ElementKinds, property: Property) -> DerivedColumn? {
    get { columns[Slot(element: element, property: property)] }
    set { columns[Slot(element: element, property: property)] = newValue }
  }

  /// The derived fact about an element; nil when it is not derived, or unknown.
  package func fact(of element: ElementID, _ property: Property) -> Fact? {
    let (kind, index) = element.position
    guard let column = self[kind, property], !column.values[index].isNaN else { return nil }
    let number = column.values[index]
    let value: Value =
      if case .flag = property.definition.type { .flag(number != 0) } else { .number(number) }
    if let convention = column.convention { return Fact(value, .assumed, source: convention) }
    return Fact(value, .derived, basis: column.basis[index])
  }

  /// Whether something unknown makes the value of an element lower than said.
  package func isAtMost(_ element: ElementID, _ property: Property) -> Bool {
    let (kind, index) = element.position
    return self[kind, property]?.upperBounds.contains(index) ?? false
  }

  /// Adds the columns of another set.
  package mutating func merge(_ other: DerivedFacts) {
    columns.merge(other.columns) { _, new in new }
  }
}

extension ElementID {
  /// The kind of element and the index within its kind.
  package var position: (kind: ElementKinds, index: Int) {
    switch self {
    case .system: (.system, 0)
    case .component(let index): (.component, index)
    case .operation(let index): (.operation, index)
    case .relation(let index): (.relation, index)
    case .journey(let index): (.journey, index)
    }
  }
}
