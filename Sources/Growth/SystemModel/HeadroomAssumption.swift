import Architecture
package import Findings

/// An undeclared multiplicity that a headroom assumes.
///
/// Each makes the number at least as good as it is: more calls, a higher peak or uneven keys only
/// lower it. What would raise it is no risk to whoever trusts the number, and is not listed.
package struct HeadroomAssumption: Hashable, Sendable {
  /// What is assumed; the order is that in which people read it.
  package enum Kind: CaseIterable, Sendable {
    /// A relation is used once per request of its source.
    case onePerRequest
    /// A journey's peak is its mean rate.
    case peakIsRate
    /// A cache answers a share of the requests that nobody has measured.
    case hitRatio
    /// Keys are spread evenly over shards.
    case evenKeys
    /// Pools of connections are small enough.
    case uncountedPools
    /// Replicas do not hold each other up.
    case linearScaling
    /// Work ends within the timeouts of those who wait for it.
    case timelyWork
  }

  /// What is assumed.
  package let kind: Kind
  /// What it is about, and the property that would replace it.
  package let place: ElementProperty
  /// The element's name.
  package let element: String
  /// The element as a noun, where its name is a clause.
  package let subject: String
  /// What is taken in its place; nil where it is left out of the number.
  package let value: Measure?
}

extension HeadroomAssumption {
  /// The key that would replace it.
  package var property: String { place.property.name }
}

extension HeadroomAssumption.Kind {
  /// The property that says it.
  var property: Property {
    switch self {
    case .onePerRequest: .perRequest
    case .peakIsRate: .peak
    case .hitRatio: .hit
    case .evenKeys: .shardTopShare
    case .uncountedPools: .pool
    case .linearScaling: .contention
    case .timelyWork: .takesP99
    }
  }

  /// What is assumed, before the elements: `1 call per request`.
  package var words: String {
    switch self {
    case .onePerRequest: "1 call per request"
    case .peakIsRate: "peak = rate"
    case .hitRatio: "the hit ratio"
    case .evenKeys: "even shard keys"
    case .uncountedPools: "uncounted connection pools"
    case .linearScaling: "linear scaling"
    case .timelyWork: "work within timeouts"
    }
  }

  /// What it is about, to count several.
  fileprivate var noun: String {
    switch self {
    case .onePerRequest: "relations"
    case .peakIsRate: "journeys"
    case .hitRatio, .evenKeys, .uncountedPools, .linearScaling, .timelyWork: "components"
    }
  }
}

extension [HeadroomAssumption] {
  /// What is taken for each, in words; nothing for what is left out of the number.
  package var values: [ElementProperty: String] {
    reduce(into: [:]) { values, assumption in
      values[assumption.place] =
        assumption.kind == .evenKeys ? "an even spread" : assumption.value?.words
    }
  }

  /// Those of each kind, in the order of the kinds.
  package var byKind: [[HeadroomAssumption]] {
    HeadroomAssumption.Kind.allCases.map { kind in filter { $0.kind == kind } }
      .filter { !$0.isEmpty }
  }

  /// Those of one kind in a few words: `1 call per request for 23 relations`.
  ///
  /// One is named; the name is written as the format needs it.
  fileprivate func folded(_ write: (String) -> String) -> String {
    guard let first else { return "" }
    let what = count == 1 ? write(first.subject) : "\(count) \(first.kind.noun)"
    return "\(first.kind.words) for \(what)"
  }

  /// All in a few words, those of a kind folded; nil where nothing is assumed.
  package func words(_ write: (String) -> String = { $0 }) -> String? {
    isEmpty ? nil : byKind.map { $0.folded(write) }.joined(separator: ", ")
  }
}
