/// The components that handle messages apart from what their operations do.
///
/// A component with `operations` that consumes beside them handles a message by what it writes,
/// publishes and calls there as well; an operation that others call and that names relations of its
/// own makes none of those. One that names none makes them all, since nothing else tells what it
/// does; and where others call none that does, nothing is apart.
package struct Handlings: Sendable {
  /// Indices of the components, in their order.
  package let components: [Int]
  /// Per component, its place among them; nil for all others.
  private let places: [Int?]
  /// Per operation, whether it names a relation of its own.
  private let isTold: [Bool]

  init(_ components: [Component], operations: [Operation], relations: [Relation]) {
    var isTold = operations.map { _ in false }
    var isConsumer = components.map { _ in false }
    var isAsked = isTold
    for relation in relations {
      if let operation = relation.target.operation { isAsked[operation] = true }
      guard let source = relation.source else { continue }
      if relation.kind != .consumes {
        if let operation = source.operation { isTold[operation] = true }
      } else if source.operation == nil {
        isConsumer[source.component] = true
      }
    }
    self.isTold = isTold
    let apart = components.indices.filter { index in
      isConsumer[index] && components[index].operations.contains { isTold[$0] && isAsked[$0] }
    }
    self.components = apart
    var places = [Int?](repeating: nil, count: components.count)
    for (place, component) in apart.enumerated() { places[component] = place }
    self.places = places
  }

  /// The place of a component's handling; nil where it is not apart.
  package func place(of component: Int) -> Int? { places[component] }

  /// Whether an operation makes all that its component does for a message.
  package func isShared(by operation: Operation, _ index: Int) -> Bool {
    places[operation.component] != nil && !isTold[index]
  }

  /// Whether a relation is made for messages and by no operation that tells what it does.
  package func makes(_ relation: Relation) -> Bool {
    guard let source = relation.source, relation.journey == nil, source.operation == nil,
      places[source.component] != nil
    else { return false }
    return switch relation.kind {
    case .writes, .publishes, .calls: true
    case .reads, .consumes, .replicates, .schedules, .maintains: false
    }
  }
}
