import Findings
import YAML

/// Properties of what keeps data.
let storeProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "holds",
    .words(["data", "cache", "sessions", "queue", "locks", "search", "files", "events", "views"]),
    on: .component,
    "What a store is used for; more than one use is worth saying. `events` are the record itself "
      + "(event sourcing), `views` are copies shaped for reading (CQRS).",
    asks:
      "What is {element} used for: data, cache, sessions, queue, locks, search, files, events "
      + "or views?"),
  PropertyDefinition(
    "rebuilt-from", .reference(.component), on: .component, to: [.store, .channel, .external],
    "Where all of its contents can be made again from, when a copy turns out to be wrong.",
    asks: "From which store or stream can {element} be rebuilt?",
    such: "orders-db"),
  PropertyDefinition(
    "eviction",
    .word([
      "none", "allkeys-lru", "allkeys-lfu", "allkeys-random", "volatile-lru", "volatile-lfu",
      "volatile-random", "volatile-ttl", "lru",
    ]), on: .component, "What a full store throws away; Redis' own names, `none` is noeviction.",
    asks: "What is the eviction policy of {element}?"),
  PropertyDefinition(
    "persistence", .word(["none", "snapshot", "log", "disk"]), on: .component,
    "What survives a restart: nothing, the last snapshot, a log of writes, or all of it."),
  PropertyDefinition(
    "schemas", .word(["shared", "separate"]), on: .component,
    "Whether the services that use a database share its tables or have a schema and role each."),
  PropertyDefinition(
    "writers", .word(["single", "multi"]), on: .component,
    "Whether one node takes all writes for a piece of data, or many do.",
    asks:
      "Does {element} have a single writer node, or multi-writer replication: single or multi?"),
  PropertyDefinition(
    "write-capacity", .rate, on: .component,
    about: .capacity, "Writes per second its busiest node can take.",
    asks: "What is the write capacity of {element}?", such: "2k/s"),
  PropertyDefinition(
    "read-capacity", .rate, on: .component, about: .capacity, "Reads per second it can answer.",
    asks: "What is the read capacity of {element}?", such: "10k/s"),
  PropertyDefinition(
    "indexes", .list, on: .component,
    "Fields that an index begins with, beside the primary key; an index over several fields is "
      + "`status + created-at`. Arrows say by `filter-by` what they look up.",
    asks: "Which fields of {element} have an index?", such: "[customer-id, email]"),
  PropertyDefinition(
    "ttl", .duration, on: .component,
    "How long a cache serves an entry until it has to be loaded again.", such: "5min"),
  PropertyDefinition(
    "single-flight", .flag, on: .component,
    "Whether one caller loads an entry that a cache has lost, while the others who ask for it wait "
      + "or take the expired one.",
    asks: "Does one caller at a time load a missing entry of {element} (request coalescing)?"),
  PropertyDefinition(
    "refresh", .word(["on-miss", "early", "background"]), on: .component,
    "When a cache's entries are loaded again: once somebody misses them, at random before they "
      + "expire, or by a job.",
    asks: "When are entries of {element} refreshed: on-miss, early or background?", such: "early"),
  PropertyDefinition(
    "item-limit", .size, on: .component, endless: true,
    "The largest record, document or value it takes.",
    such: "400KB"),
  PropertyDefinition(
    "stored", .size, on: .component,
    "Data that it keeps today; `prices` count it by the gigabyte.", such: "200GB"),
  PropertyDefinition(
    "shards.count", .whole, on: .component, atLeastOne: true, atMost: "shards.max",
    about: .capacity, "How many shards or partitions the data is split into.",
    asks: "How many shards or partitions does {element} have?", such: "16"),
  PropertyDefinition(
    "shards.key", .fields, on: .component, "The field, or the fields, that decide the shard.",
    asks: "What is the shard key of {element}?", such: "customer-id"),
  PropertyDefinition(
    "shards.by", .word(["hash", "range", "directory"]), on: .component,
    "How the key chooses the shard: by its hash, by its range, or by looking it up.",
    asks: "How does {element} map keys to shards: hash, range or directory?"),
  PropertyDefinition(
    "shards.mutable", .flag, on: .component, "Whether the key of a record can change."),
  PropertyDefinition(
    "shards.monotonic", .flag, on: .component,
    "Whether new keys are always greater than old ones, as times and sequences are.",
    asks: "Does the shard key of {element} increase monotonically?"),
  PropertyDefinition(
    "shards.alias", .reference(.component), on: .component, to: [.store, .external],
    "The store that maps a changeable name to the stable key.", such: "names"),
  PropertyDefinition(
    "shards.distinct", .count, on: .component, "How many different values the key has.",
    asks: "What is the cardinality of the shard key of {element}?", such: "100k"),
  PropertyDefinition(
    "shards.top-share", .ratio, on: .component, "The share of requests that the busiest key gets.",
    asks: "What share of requests goes to the hottest key of {element}?", such: "2%"),
  PropertyDefinition(
    "shards.max", .count, on: .component,
    "The number of shards it can be grown to without moving to a new one.", such: "256"),
  PropertyDefinition(
    "shards.reads", .rate, on: .component, about: .capacity,
    "Reads per second one shard or partition can take.",
    asks: "What is the read capacity of one shard of {element}?", such: "2k/s"),
  PropertyDefinition(
    "shards.writes", .rate, on: .component, about: .capacity,
    "Writes per second one shard or partition can take.",
    asks: "What is the write capacity of one shard of {element}?", such: "1k/s"),
  PropertyDefinition(
    "shards.plan", .text, on: .component,
    "The plan to split the data further, for a store that is not sharded yet.",
    such: "by customer-id"),
  PropertyDefinition(
    "resharding", .word(["online", "fixed"]), on: .component,
    "Whether the number of shards can change while the store works, or needs a migration.",
    asks: "Can {element} be resharded online, or is the shard count fixed?"),
]

extension Property {
  package static let holds = defined("holds")
  package static let stored = defined("stored")
  package static let shardCount = defined("shards.count")
  package static let shardDistinct = defined("shards.distinct")
  package static let shardMonotonic = defined("shards.monotonic")
  package static let shardBy = defined("shards.by")
  package static let writers = defined("writers")
  package static let shardTopShare = defined("shards.top-share")
  package static let shardWrites = defined("shards.writes")
  package static let shardReads = defined("shards.reads")
  package static let writeCapacity = defined("write-capacity")
  package static let readCapacity = defined("read-capacity")
}
