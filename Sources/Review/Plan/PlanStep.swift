import Architecture
package import Description
import Findings
package import Growth
package import SourceText

/// One change of a plan.
package struct PlanStep: Sendable {
  /// What it does: `orders-db: write-capacity 3000/s -> 9600/s`.
  package let words: String
  /// What is built; nil where a number changes.
  package let structure: PlannedChange.Structure?
  /// The values that change, one for a number.
  package let values: [PlanValue]
  /// The steps by which a description says it.
  let edits: [FixStep]
  /// Where today's value is written; the element, where nothing is.
  package let place: SourcePlace
  /// What it costs, as a clause; nil where that goes without saying.
  package let tradeOff: String?
  /// The component whose limit needs it first.
  package let limited: String
  /// That limit.
  package let limit: LimitKind
  /// Times today's peak at which that limit is reached.
  package let neededFrom: Double
  /// The same in words: `1.3x at most`.
  package let neededAt: String
  /// Months until then: 0 when it is reached already; nil when growth does not lead there.
  package let months: Double?
  /// What the system handles with this step and all before it; nil where that is not known.
  package let after: HeadroomStatement?

  init(_ change: PlannedChange, of architecture: Architecture, _ sources: SourceSet) {
    structure = change.structure
    values = change.edits.map {
      PlanValue($0.place, from: $0.old, to: $0.new, in: architecture)
    }
    edits = values.map(\.edit)
    limited = architecture.components[change.bound.component].name
    words = Self.words(values, change.structure, limited)
    tradeOff = change.structure.map(\.tradeOff) ?? values.first?.property.tradeOff
    let first = change.edits.first?.place
    let span = first.map {
      architecture.facts(of: $0.element)[$0.property]?.span ?? architecture.span(of: $0.element)
    }
    place = sources.place(of: span ?? architecture.span(of: .system))
    limit = change.bound.limit
    neededFrom = change.bound.headroom
    neededAt = change.bound.words
    months = change.months
    after = change.after.map { HeadroomStatement($0, in: architecture) }
  }

  /// What is built anew, with what the system handles then.
  init(
    _ rebuilding: Rebuilding, months: Double?, after: HeadroomStatement?,
    at component: Component, _ sources: SourceSet
  ) {
    (words, structure) = (rebuilding.words, rebuilding.structure)
    (values, edits) = ([], rebuilding.edits)
    place = sources.place(of: component.span)
    tradeOff = rebuilding.structure.tradeOff
    (limited, limit) = (component.name, rebuilding.bound.limit)
    (neededFrom, neededAt) = (rebuilding.bound.headroom, rebuilding.bound.words)
    (self.months, self.after) = (months, after)
  }

  private static func words(
    _ values: [PlanValue], _ structure: PlannedChange.Structure?, _ limited: String
  ) -> String {
    guard let first = values.first else { return limited }
    switch structure {
    case nil, .queue, .split, .replica: return first.words
    case .cache:
      let reads = values.count > 1 ? "its \(values.count) reads" : "its reads"
      return "\(limited): cache in front of \(reads), hit \(first.to ?? "")"
    case .breaker:
      let calls = values.count > 1 ? "the \(values.count) calls to it" : "the call to it"
      return "\(limited): circuit breaker before \(calls)"
    case .shards:
      let shards = values.compactMap(\.to).joined(separator: " shards of ")
      return "\(limited): shard it, \(shards) each"
    }
  }

  /// The same as what-ifs; nil where one is not to be said that way.
  package var changes: [Change]? {
    let changes = values.compactMap(\.change)
    return !changes.isEmpty && changes.count == values.count ? changes : nil
  }

  /// `needed now`, `needed in 4.6 months`; nil where growth does not lead there.
  package var when: String? {
    months.map { $0 > 0 ? "needed in " + Unit.months.format($0) : "needed now" }
  }
}

extension PlannedChange.Structure {
  /// What it costs, as a clause.
  fileprivate var tradeOff: String {
    switch self {
    case .cache: "reads are stale by its ttl, and when it is cold all of them come back"
    case .shards:
      "a key has to be chosen that every query names; no transaction or unique key over shards"
    case .breaker: "while it is open, calls fail at once: each needs an answer without it"
    case .queue: "its caller gets no answer: the work is done later, and may be done twice"
    case .split: "data moves, and no transaction or join spans both stores"
    case .replica: "reads are stale by the lag: what was just written may be missing"
    }
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

extension PlannedChange.Bound {
  /// Times today's peak at which it is reached: `1.3x at most`.
  fileprivate var words: String {
    Unit.carried(headroom, isAtMost: isAtMost) + "x" + (isAtMost ? " at most" : "")
  }
}
