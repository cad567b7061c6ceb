/// Words for what there is not, such as a limit, and what a description writes for it.
package enum Absence {
  /// Words for what has no end or no limit; the first is the one that a description writes.
  private static let endless = [
    "unlimited", "infinite", "infinity", "unbounded", "forever", "indefinitely",
  ]
  /// Words for what there is not.
  private static let nothing = ["none", "never", "no", "off", "n/a"]

  /// Whether a text is one of the words.
  package static func isNamed(_ text: String) -> Bool {
    let word = text.lowercased()
    return endless.contains(word) || nothing.contains(word)
  }

  /// The words that are a value of a property, which then has no limit: a bound may be `none`, but
  /// `retention: none` could be either.
  package static func words(for property: PropertyDefinition) -> [String] {
    guard property.isEndless else { return [] }
    let isBound = property.name.hasPrefix("max-") || property.name.hasSuffix("-limit")
    return isBound ? ["unlimited", "none"] : ["unlimited"]
  }

  /// Whether a text says that there is none, which rules tell from silence.
  package static func isValue(of property: Property) -> Bool { told.contains(property.name) }

  private static let told: Set = [
    "idempotency.key", "message-key", "fallback", "shards.key",
  ]

  /// Whether silence about a property means the same: a call without a timeout, or a filter, has
  /// none.
  package static func isSilence(_ property: Property) -> Bool { silent.contains(property.name) }

  private static let silent: Set = [
    "timeout", "request-timeout", "shards.plan", "filter", "filter-by",
  ]

  /// What to write where a property cannot have one of the words as its value.
  package static func remedy(for property: Property, saying word: String) -> String {
    let isNothing = nothing.contains(word.lowercased())
    if property.definition.isEndless {
      return "write `unlimited` where there is no limit, or leave it out"
    }
    return remedies[property.name] ?? (isNothing ? amounts[property.name] : nil)
      ?? "leave it out where there is none, or where it is not known"
  }

  /// For those of which there can be nothing.
  private static let amounts: [String: String] = {
    let zero = "write 0s where there is none"
    return [
      "hit": "write 0%", "budget": "write 0% where no retry is allowed",
      "variability": "write 0 where the time is always the same",
      "drain": "write 0s where it stops at once", "rise": zero, "think": zero, "takes": zero,
      "attempts": "write 1 where the call is not repeated", "partitions": "write 1",
      "replicas": "write 1 where there is a single copy",
    ]
  }()

  private static let remedies: [String: String] = {
    let elastic = "write `elastic: true` where it grows with demand by itself, or leave it out"
    let promise = "leave it out where nothing is promised"
    let count = "write `unlimited` where nothing limits it, or leave it out"
    let free = "leave it out where it is never the limit"
    let parts = "write how many there are, such as 12, or leave it out where there is one"
    return [
      "limit": elastic, "read-capacity": elastic, "write-capacity": elastic,
      "bandwidth": free, "token-limit": free, "tenants.limit": free, "memory.size": free,
      "count": parts, "shards.count": parts,
      "growth": "write `1x in 18 months` where demand stays as it is",
      "peak": "leave it out where the peak is the `rate`",
      "dead-letter.to": "leave it out, and write `max-deliveries: unlimited` where a message that "
        + "fails is redelivered again and again",
      "max-length": count, "max-deliveries": count, "max-connections": count, "pool": count,
      "target.p99": promise, "target.availability": promise, "rto": promise, "rpo": promise,
      "freshness": "leave it out where any age is of use",
      "tolerates-outage": "write the longest outage that must lose nothing, such as 4h",
      "connection-age": "leave it out where connections are never closed",
    ]
  }()
}

/// Values that a description leaves open, to be solved for.
extension Property {
  /// What stands in place of such a value; YAML keeps a bare question mark for itself.
  package static let openWords = ["?", "unknown"]

  /// Whether it may be left open.
  package var canBeOpen: Bool { Self.openable.contains(self) }

  private static let openable: Set<Property> = [
    .replicas, .concurrency, .pool, .partitions, .limit, .maxConnections, .readCapacity,
    .writeCapacity, .threads, .shardCount, .timeout, .retention, .maxLength,
  ]
}
