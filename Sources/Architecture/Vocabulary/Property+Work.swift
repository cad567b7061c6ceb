import Findings
import YAML

/// Properties of what runs, and of the work it does.
let workProperties: [PropertyDefinition] = [
  PropertyDefinition(
    "technology", .references(.product), on: .component,
    "The products the component is built on; the catalogue supplies what they do by default.",
    asks: "Which product is {element}?"),
  PropertyDefinition(
    "team", .text, on: .component, about: .hygiene, "The team that owns the component.",
    such: "checkout"),
  PropertyDefinition(
    "changed-by", .list, on: .component, about: .hygiene,
    "Teams that change its code, beside or with the one that owns it.",
    such: "[orders, billing]"),
  PropertyDefinition(
    "modules", .list, on: .component, about: .hygiene,
    "Modules of its code that a tool keeps apart, each with its own data and interface.",
    asks: "Into which modules is {element} divided?", such: "[orders, billing]"),
  PropertyDefinition(
    "unit", .text, on: .component,
    about: .hygiene,
    "The deployment unit it ships in; components of one unit are released together on purpose.",
    asks: "Which deployment unit does {element} ship in?", such: "shop"),
  PropertyDefinition(
    "deploys-with", .references(.component), on: .component,
    "Components that have to be released together with this one."),
  PropertyDefinition(
    "sidecar", .flag, on: .component,
    "Whether it runs beside another component as its helper and is released with it."),
  PropertyDefinition(
    "replicas", .countRange, on: .component, atLeastOne: true,
    about: .copies, "How many copies run: `3`, or `2..20` when the number follows the load.",
    asks: "How many replicas of {element} run (minimum..maximum)?"),
  PropertyDefinition(
    "count", .whole, on: .component, atLeastOne: true, about: .capacity,
    "How many equal parts it consists of, such as cells or tenants' databases; all other keys are "
      + "those of one part. A request goes to one of them, evenly or by the `top-share` of tenants "
      + "or shards; parts call their own where what they call has as many.", such: "12"),
  PropertyDefinition(
    "zones", .list, on: .component,
    about: .copies, "The availability zones it runs in; its replicas are spread over them evenly.",
    asks: "Which availability zones does {element} run in?", such: "[zone-a, zone-b, zone-c]"),
  PropertyDefinition(
    "concurrency", .count, on: .component, atLeastOne: true,
    about: .capacity, "Requests or messages one replica works on at the same time.",
    asks: "How many requests or messages does one replica of {element} process concurrently?"),
  PropertyDefinition(
    "takes", .duration, on: [.component, .operation, .relation], relations: [.consumes],
    atMost: "takes-p99",
    about: .capacity,
    "Mean time of its own work per request or message, without waiting for others.",
    asks: "What is the mean service time of {element}?"),
  PropertyDefinition(
    "takes-p99", .duration, on: [.component, .operation, .relation], relations: [.consumes],
    "Time within which 99 of 100 requests or messages are done.",
    asks: "What is the p99 service time of {element}?", such: "900ms"),
  PropertyDefinition(
    "p99", .duration, on: [.component, .operation, .journey],
    "Time within which 99 of 100 were answered at today's peak, as measured: the waits of the "
      + "request and those for all it calls are part of it.",
    asks: "What is the p99 response time of {element} at today's peak?",
    such: "90ms"),
  PropertyDefinition(
    "variability", .number, on: [.component, .operation, .relation], relations: [.consumes],
    within: .variabilities,
    about: .hygiene,
    "Squared coefficient of variation of the time of work: 0 when it is always the same, 1 when it "
      + "is exponential. Where `takes-p99` is declared it follows from that.", such: "1"),
  PropertyDefinition(
    "queue", .room, on: .component,
    "Requests that may wait while all of its replicas are busy; the next one is rejected."),
  PropertyDefinition(
    "pool", .count, on: [.component, .relation],
    relations: [.calls, .reads, .writes, .publishes, .consumes], atLeastOne: true,
    about: .capacity,
    "Connections one replica keeps open to each store it uses, at most; of `publishes` and "
      + "`consumes`, to the broker.",
    asks: "What is the connection pool size of {element}, per replica?", such: "10"),
  PropertyDefinition(
    "availability", .ratio, on: .component,
    "Share of the time it answers: what a vendor promises, or what was measured.",
    asks: "What is the availability of {element} (e.g. 99.95%)?"),
  PropertyDefinition(
    "work",
    .word(["email", "export", "report", "image", "video", "import", "inference", "webhook"]),
    on: .operation, "The sort of heavy work an operation does, if it does one of these."),
  PropertyDefinition(
    "sessions", .word(["memory", "store", "token", "none"]), on: .component,
    about: .hygiene,
    "Where sessions live: in the memory of a replica, in a store, in a signed token, or nowhere.",
    asks: "Where does {element} keep sessions: memory, store, token or none?"),
  PropertyDefinition(
    "session-store", .reference(.component), on: .component, to: [.store, .external],
    "The store that holds its sessions.", such: "sessions"),
  PropertyDefinition(
    "affinity", .word(["none", "cookie", "ip", "hash"]), on: .component,
    about: .hygiene,
    "How a load balancer ties a client to a replica; `hash` is consistent hashing for cache "
      + "locality.",
    asks: "What client affinity (sticky sessions) does {element} have: none, cookie, ip or hash?"),
  PropertyDefinition(
    "balancing", .word(["none", "dns", "client", "platform"]), on: .component,
    "What load-balances it where no load balancer stands in front: nothing, DNS names "
      + "with several addresses, its callers, or the platform it runs on.",
    asks: "What load-balances {element}: none, dns, client or platform?"),
  PropertyDefinition(
    "disk", .word(["none", "scratch", "data", "volume"]), on: .component,
    about: .hygiene,
    "What its local disk holds: nothing, scratch files, data others need, or a volume per replica.",
    asks: "What does {element} keep on local disk: none, scratch, data or volume?"),
  PropertyDefinition(
    "ephemeral", .flag, on: .component,
    about: .hygiene, "Whether the platform may replace a replica, and its disk, at any time.",
    asks: "Can the platform replace a replica of {element}, with its local disk, at any time?"),
  PropertyDefinition(
    "leader", .word(["elected", "lock", "partitioned", "none"]), on: .component,
    "How replicas agree which of them does a duty that must be done once.",
    asks:
      "How do replicas of {element} elect which one runs a job: elected, lock, partitioned or "
      + "none?"),
  PropertyDefinition(
    "drain", .duration, on: .component,
    about: .connections,
    "How long a replica may finish its connections and work before it is stopped.", such: "30s"),
  PropertyDefinition(
    "connection-age", .duration, on: .component,
    about: .connections,
    "Longest time a connection lives before the server asks the client to reconnect.", such: "30min"
  ),
  PropertyDefinition(
    "backplane", .reference(.component), on: .component, to: [.channel, .store, .external],
    "The channel over which replicas pass messages for each other's connections.", such: "updates"),
  PropertyDefinition(
    "managed", .flag, on: .component,
    "Whether the vendor runs it and there are no replicas of yours to count.",
    asks: "Is {element} a managed service (true), or self-hosted (false)?"),
  PropertyDefinition(
    "elastic", .flag, on: .component,
    "Whether it grows with demand by itself, so that no capacity of it has to be known."),
  PropertyDefinition(
    "limit", .rate, on: .component,
    about: .capacity,
    "Requests per second it accepts, over all callers: a vendor's quota or a rate limit.",
    asks: "What is the rate limit of {element}, over all callers?"),
  PropertyDefinition(
    "used", .ratio, on: [.component, .operation, .relation], relations: [.calls, .reads, .writes],
    within: .targets,
    about: .capacity,
    "Share of what it can do that is in use at today's peak, as measured: the busiest of "
      + "processor, disk and connections of a store, the calls of a vendor's quota. Of what scales "
      + "by itself the share of its most replicas. Of an operation the quota or the workers of its "
      + "own, of a call the connections that it takes.",
    asks: "What is the utilisation of {element} at today's peak?", such: "65%"),
  PropertyDefinition(
    "request-timeout", .duration, on: .component,
    "How long it lets a request run before it aborts it.", such: "30s"),
  PropertyDefinition(
    "max-connections", .count, on: .component, about: .capacity,
    "Connections it accepts at the same time.",
    asks: "What is the connection limit of {element}?", such: "500"),
  PropertyDefinition(
    "bandwidth", .bandwidth, on: .component, about: .capacity,
    "Data per second that one replica passes on, each way: what it is sent and sends by `payload`, "
      + "and of a stream what all its readers take.",
    asks: "What is the bandwidth of one replica of {element}?", such: "1Gbps"),
  PropertyDefinition(
    "memory.size", .size, on: .component, about: .capacity,
    "Memory of one replica that connections and sessions may fill.",
    asks: "How much memory does one replica of {element} have?", such: "8GB"),
  PropertyDefinition(
    "memory.per-connection", .size, on: .component, about: .capacity,
    "Memory that one open connection takes.", such: "10MB"),
  PropertyDefinition(
    "memory.per-session", .size, on: .component, about: .capacity,
    "Memory that the session of one user takes, of journeys that say their `users`.", such: "2MB"),
  PropertyDefinition(
    "threads", .count, on: .component, atLeastOne: true, about: .capacity,
    "Threads that one replica can have: each request in progress holds one, and `per-peer` some "
      + "for each other replica.",
    asks: "What is the thread limit of one replica of {element}?", such: "10k"),
  PropertyDefinition(
    "per-peer", .count, on: .component, about: .capacity,
    "Threads that one replica keeps for each other replica of the same component.",
    asks: "How many threads does a replica of {element} use per peer replica?", such: "1"),
]

extension Property {
  package static let technology = defined("technology")
  package static let team = defined("team")
  package static let unit = defined("unit")
  package static let deploysWith = defined("deploys-with")
  package static let sidecar = defined("sidecar")
  package static let replicas = defined("replicas")
  package static let parts = defined("count")
  package static let zones = defined("zones")
  package static let concurrency = defined("concurrency")
  package static let takes = defined("takes")
  package static let takesP99 = defined("takes-p99")
  package static let variability = defined("variability")
  package static let queue = defined("queue")
  package static let pool = defined("pool")
  package static let availability = defined("availability")
  package static let requestTimeout = defined("request-timeout")
  package static let maxConnections = defined("max-connections")
  package static let bandwidth = defined("bandwidth")
  package static let memorySize = defined("memory.size")
  package static let memoryPerConnection = defined("memory.per-connection")
  package static let memoryPerSession = defined("memory.per-session")
  package static let threads = defined("threads")
  package static let perPeer = defined("per-peer")
  package static let connectionAge = defined("connection-age")
  package static let limit = defined("limit")
  package static let used = defined("used")
  package static let p99 = defined("p99")
  package static let disk = defined("disk")
  package static let managed = defined("managed")
  package static let elastic = defined("elastic")
  package static let sessions = defined("sessions")
  package static let sessionStore = defined("session-store")
}
