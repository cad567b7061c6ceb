import Findings
import YAML

/// Properties of relations; those that describe an effect may stand on an operation as well.
let relationProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "per-request", .number, on: .relation, within: .multiplicities, atMost: "per-request.max",
    "How often the relation is used per request of its source; 1 by default, 0.2 for one in five. "
      + "Where some requests use it far more often than that, `{ mean: 3, max: 200 }`.",
    asks: "How many uses of {element} does one request cause?"),
  PropertyDefinition(
    "per-request.max", .number, on: .relation, within: .multiplicities,
    "How often one request uses the relation at most: the rows of the longest list, the followers "
      + "of the best known. Load follows from the mean, the wait of that request from this.",
    asks: "How often does one request use {element} at most?", such: "200"),
  PropertyDefinition(
    "hit", .ratio, on: [.component, .relation],
    "Share of requests that a cache answers, so that the relation is not used.", such: "90%"),
  PropertyDefinition(
    "parallel", .flag, on: .relation, relations: [.calls, .reads, .writes],
    "Whether it runs at the same time as the other relations of its source that say so, instead of "
      + "after them."),
  PropertyDefinition(
    "timeout", .duration, on: .relation, relations: [.calls, .reads, .writes],
    "How long the source waits for an answer.",
    asks: "What is the timeout of {element}?", such: "2s"),
  PropertyDefinition(
    "attempts", .count, on: [.component, .relation],
    relations: [.calls, .reads, .writes, .publishes],
    inherited: true, atLeastOne: true, within: .tries,
    "How many tries there are in all: 3 attempts are one call and two retries.",
    asks: "How many attempts, the first call included, are made for {element}?", such: "3"),
  PropertyDefinition(
    "budget", .ratio, on: .relation, relations: [.calls, .reads, .writes],
    "Share of the calls that may be retries, counted over all who make them: a retry budget.",
    such: "10%"),
  PropertyDefinition(
    "cancels", .flag, on: .relation, relations: [.calls, .reads, .writes],
    "Whether the target stops working on a request when the source has timed out, as with a "
      + "deadline that is passed on."),
  PropertyDefinition(
    "backoff", .word(["none", "fixed", "exponential", "jittered"]), on: .relation,
    "How the time between attempts grows."),
  PropertyDefinition(
    "breaker", .flag, on: .relation, "Whether a circuit breaker stops calls that keep failing."),
  PropertyDefinition(
    "fallback", .text, on: .relation,
    "What happens instead when the call fails: the name of a component that is asked then, or a "
      + "note of what is done.", such: "the last known price"),
  PropertyDefinition(
    "effect", .word(["none", "write", "email", "payment", "order", "message"]),
    on: [.operation, .relation], inherited: true,
    "What the call changes in the world, if it happens: nothing, a record, a mail, money.",
    asks: "What side effect does {element} have: none, write, email, payment, order or message?"),
  PropertyDefinition(
    "idempotency.key", .text, on: [.operation, .relation], inherited: true,
    "The key by which a repeat is recognised; `natural` where repeating changes nothing, "
      + "`none` without.",
    asks: "Which idempotency key does {element} use (a field, `natural` or `none`)?",
    such: "order-id"),
  PropertyDefinition(
    "idempotency.ttl", .duration, on: [.component, .operation, .relation], inherited: true,
    endless: true,
    "How long a used key is kept.",
    asks: "How long are idempotency keys of {element} kept?", such: "1 day"),
  PropertyDefinition(
    "idempotency.store", .reference(.component), on: [.operation, .relation], inherited: true,
    to: [.store, .external],
    "The store that holds used keys.",
    asks: "Where are the idempotency keys of {element} stored?", such: "orders-db"),
  PropertyDefinition(
    "idempotency.rechecks", .flag, on: [.operation, .relation], inherited: true,
    "Whether a repeat after the key is forgotten checks the state first."),
  PropertyDefinition(
    "payload", .size, on: .relation, "Size of one request or message.",
    asks: "What is the payload size of one request or message of {element}?", such: "20KB"),
  PropertyDefinition(
    "protocol", .word(["http", "grpc", "websocket", "sse", "tcp"]), on: .relation,
    relations: [.calls], about: .connections,
    "The protocol; websocket and sse hold a connection open.",
    asks: "Which protocol does {element} use: http, grpc, websocket, sse or tcp?"),
  PropertyDefinition(
    "reconnect", .word(["immediate", "backoff", "jittered"]), on: .relation, relations: [.calls],
    about: .connections, "How a client comes back after its connection was closed."),
  PropertyDefinition(
    "entity", .text, on: .relation, relations: [.reads, .writes],
    "The table, collection or kind of record that is read or written.", such: "order"),
  PropertyDefinition(
    "consistency", .word(["strong", "own-writes", "eventual"]), on: .relation, relations: [.reads],
    "What a read of a copy is sure to see: every write, those of the same user, or what has "
      + "arrived by then.",
    asks: "Which read consistency does {element} need: strong, own-writes or eventual?"),
  PropertyDefinition(
    "lag", .duration, on: .relation, relations: [.replicates],
    "The replication lag at which an alert is raised.",
    asks: "At which replication lag of {element} is an alert raised?", such: "30s"),
  PropertyDefinition(
    "filter-by", .list, on: .relation, relations: [.reads, .writes],
    about: .hygiene, "The fields by which records are found.",
    asks: "Which fields does {element} filter by?", such: "[customer-id]"),
  PropertyDefinition(
    "spans-keys", .flag, on: .relation, relations: [.writes],
    "Whether one transaction touches records of several shard keys."),
  PropertyDefinition(
    "event", .text, on: .relation, relations: [.publishes, .consumes], "The kind of message.",
    such: "OrderPlaced"),
  PropertyDefinition(
    "via", .word(["direct", "outbox", "cdc"]), on: .relation, relations: [.publishes],
    "How a message leaves: directly, through an outbox table, or by change data capture.",
    asks: "How does {source} publish to {target}: direct, outbox or cdc?"),
  PropertyDefinition(
    "awaits-reply", .flag, on: .relation, relations: [.publishes],
    "Whether the source waits until somebody answers the message."),
  PropertyDefinition(
    "message-key", .text, on: .relation, relations: [.publishes],
    "The field that decides the partition or message group.", such: "customer-id"),
  PropertyDefinition(
    "batch", .count, on: [.component, .relation], relations: [.consumes], inherited: true,
    atLeastOne: true,
    "Messages per batch.",
    asks: "What is the batch size of {element}?", such: "10"),
  PropertyDefinition(
    "batch-mode", .word(["sequential", "parallel"]), on: .relation, relations: [.consumes],
    "Whether the messages of a batch are worked on one after the other or all at once."),
  PropertyDefinition(
    "extends-lease", .flag, on: .relation, relations: [.consumes],
    "Whether the consumer renews the lease while it works."),
  PropertyDefinition(
    "needs-order", .flag, on: .relation, relations: [.consumes],
    "Whether messages must be worked on in the order they were sent.",
    asks: "Does {source} require the messages of {target} in order?"),
  PropertyDefinition(
    "checks-version", .flag, on: .relation, relations: [.consumes],
    "Whether a handler refuses a message that is older than what it knows."),
  PropertyDefinition(
    "filter", .text, on: .relation, relations: [.consumes],
    "Which messages of a shared queue the consumer takes, when routing keeps others away.",
    such: "OrderPlaced"),
  PropertyDefinition(
    "every", .duration, on: [.relation, .journey], relations: [.schedules], within: .pauses,
    "How often the job is started. Of a journey, how often each of its `users` takes it, answered "
      + "or not: devices or pages that poll, whose rate is `users` / `every`.",
    asks: "How often does {element} start?", such: "1h"),
  PropertyDefinition(
    "overlap", .word(["allow", "forbid"]), on: .relation, relations: [.schedules],
    "Whether a run may start while the last one still works.",
    asks: "May runs of {element} overlap: allow or forbid?"),
]

extension Property {
  package static let perRequest = defined("per-request")
  package static let parallel = defined("parallel")
  package static let needsOrder = defined("needs-order")
  package static let fallback = defined("fallback")
  package static let hit = defined("hit")
  package static let `protocol` = defined("protocol")
  package static let timeout = defined("timeout")
  package static let attempts = defined("attempts")
  package static let payload = defined("payload")
  package static let budget = defined("budget")
  package static let cancels = defined("cancels")
  package static let breaker = defined("breaker")
  package static let effect = defined("effect")
  package static let batch = defined("batch")
  package static let every = defined("every")
  package static let entity = defined("entity")
}
