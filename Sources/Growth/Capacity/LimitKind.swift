/// What keeps an element from carrying more.
package enum LimitKind: String, CaseIterable, Sendable {
  /// It is looked at as if it were gone.
  case lost
  /// Replicas x concurrency, of a fixed number of replicas.
  case servers
  /// The same at the most replicas that the autoscaler may start.
  case autoscaler = "autoscaler maximum"
  /// Servers of a component that only works off messages.
  case consumers
  /// All that it can do, of which a share was measured to be in use.
  case measured = "measured use"
  /// Readers that the partitions of a stream allow.
  case partitions
  /// Requests per second that it accepts: a vendor's quota.
  case rateLimit = "rate limit"
  /// Connections it keeps open to what it calls, each held for a whole call.
  case pool
  /// Connections it accepts, against the pools of all that use it.
  case connections
  /// Bytes per second that its network passes on.
  case bandwidth
  /// Memory of its replicas, which connections and sessions take.
  case memory
  /// Threads of its replicas, held by requests in progress and for the other replicas.
  case threads
  /// Writes per second of the one node that takes them all.
  case singleWriter = "single writer"
  /// Writes per second of its busiest node.
  case writes = "write capacity"
  /// Reads per second.
  case reads = "read capacity"
  /// Reads and replayed writes of a copy, which take of the same node.
  case replay = "reads and replay"
  /// A waiting room that turns away more than may be lost.
  case room = "waiting room"
  /// Its servers, all of them held by calls that wait for others' servers.
  case held = "held servers"
  /// Its servers, taken by attempts of callers whose one before timed out.
  case retries
  /// The timeouts of callers, after which more of them give up than may.
  case timeouts
  /// Its own limit, reached by the calls of those who fall back on it because what they call
  /// carries no more.
  case fallback = "fallback load"
  /// What gathers while a peak lasts, against what it holds and how old that may become.
  case backlog = "peak backlog"
  /// The time within which a journey is to be answered, where this component makes it wait.
  case target = "latency target"
  /// What the busiest shard or partition takes.
  case hottestShard = "hottest shard"

  /// Whether it follows from an operational law, whatever the distributions.
  package var isLaw: Bool {
    ![.room, .held, .retries, .timeouts, .fallback, .backlog, .target].contains(self)
  }

  /// Whether it is so many requests per second, whatever they hold: what is beyond it is turned
  /// away.
  var isRate: Bool {
    switch self {
    case .measured, .rateLimit, .bandwidth, .singleWriter, .writes, .reads, .replay,
      .hottestShard:
      true
    case .lost, .servers, .autoscaler, .consumers, .partitions, .pool, .connections, .memory,
      .threads, .room, .held, .retries, .timeouts, .fallback, .backlog, .target:
      false
    }
  }

  /// Whether a simulation knows it, or what comes of it: all but how many connections are accepted,
  /// and what they, sessions and threads take.
  var isSimulated: Bool { ![.connections, .memory, .threads].contains(self) }

  /// Its name; of what only has to carry the mean, that it is counted from that.
  package var phrase: String { isAboutMeans ? rawValue + " at the mean rate" : rawValue }

  /// Whether only the mean of what comes has to be carried, because the rest can wait.
  package var isAboutMeans: Bool { self == .consumers || self == .partitions }
}
