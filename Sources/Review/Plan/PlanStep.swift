package import Architecture
package import Description
import Findings
package import Growth
package import SourceText

/// One change of a plan.
package struct PlanStep: Sendable {
  /// The element that changes.
  package let element: String
  /// Its property.
  package let property: Property
  /// The value today, in words.
  package let from: String
  /// The value that reaches the target, in words that a description takes.
  package let to: String
  /// Where today's value is written; the element, where nothing is.
  package let place: SourcePlace
  /// The same as a what-if; nil where two arrows share the path.
  package let change: Change?
  /// What it costs, as a clause; nil where that goes without saying.
  package var tradeOff: String? { property.tradeOff }
  /// The component whose limit needs it first.
  package let limited: String
  /// That limit.
  package let limit: LimitKind
  /// Times today's peak at which that limit is reached.
  package let neededFrom: Double
  /// Months until then: 0 when it is reached already; nil when growth does not lead there.
  package let months: Double?
  /// What the system handles with this step and all before it; nil where that is not known.
  package let after: HeadroomStatement?

  /// The key of the description, edited.
  let edit: DescriptionEdit

  init(_ change: PlannedChange, of architecture: Architecture, _ sources: SourceSet) {
    let (at, type) = (change.place.element, change.place.property.definition.type)
    element = architecture.name(of: at)
    property = change.place.property
    from = change.old?.measure(type).words ?? "undeclared"
    to = change.new.measure(type).words
    let span = architecture.facts(of: at)[property]?.span ?? architecture.span(of: at)
    place = sources.place(of: span)
    let value = to.filter { $0 != " " }
    self.change = Change(at, property, to: value, in: architecture)
    edit = DescriptionEdit(at == .system ? nil : element, property: property.name, to: value)
    limited = architecture.components[change.bound.component].name
    limit = change.bound.limit
    neededFrom = change.bound.headroom
    months = change.months
    after = change.after.map { HeadroomStatement($0, in: architecture) }
  }

  /// `orders-db: write-capacity 3000/s -> 9600/s`.
  package var words: String {
    property == .used
      ? "\(element): capacity so that today's use falls from \(from) to \(to)"
      : "\(element): \(property.name) \(from) -> \(to)"
  }

  /// `needed now`, `needed in 4.6 months`; nil where growth does not lead there.
  package var when: String? {
    months.map { $0 > 0 ? "needed in " + Unit.months.format($0) : "needed now" }
  }
}

extension Property {
  /// What more of it costs, as a clause.
  fileprivate var tradeOff: String? {
    switch self {
    case .replicas: "more instances to pay for, each with connections of its own"
    case .limit: "a quota that its owner has to grant"
    case .writeCapacity: "a larger node, and there is a largest one: then it has to be sharded"
    case .readCapacity: "a larger node; a read replica or a cache serves reads as well, but stale"
    case .maxConnections: "each connection takes memory of the server; a pooler needs fewer"
    case .pool: "more connections at what it calls"
    case .partitions: "not taken back easily, and keys move to other partitions"
    case .shardCount: "records move while it is resharded"
    case .shardBy: "range queries go to all shards"
    case .shardTopShare: "the hottest key has to be split, and its parts merged when read"
    case .shardDistinct: "another shard key, and all records move"
    case .memorySize, .bandwidth: "larger instances"
    case .threads: "each thread takes memory of its replica"
    default: nil
    }
  }
}
