import YAML

extension Term {
  /// Each word once, in the order in which a reader meets them: one word for each idea in reports,
  /// rules, help and keys.
  static let all = [
    Term(
      name: "headroom",
      meaning: "How many times today's peak a system sustains, with the element that saturates "
        + "first: the smallest over the journeys that start at a client or an external. Consumers "
        + "of a queue count from the mean rate, since the queue absorbs the peak."),
    Term(
      name: "saturates",
      meaning: "Reaches its limit: no more requests are served beyond it, and waits grow without "
        + "bound."),
    Term(
      name: "utilisation",
      meaning: "The share of a capacity that is in use, such as 80 % of the servers of a "
        + "component."),
    Term(
      name: "at most",
      meaning: "The number is an upper bound: a fact that could only lower it is unknown. It "
        + "passes no gate, and must be quoted as a bound."),
    Term(
      name: "declared",
      meaning: "Written in the description, at a file, line and column."),
    Term(
      name: "undeclared",
      meaning: "Not written in the description. A number is asked for, never taken for a pass or a "
        + "failure. A safeguard, such as a timeout or an idempotency key, counts as absent where "
        + "a rule looks for it; the line that declares it settles the finding."),
    Term(
      name: "default",
      meaning: "What the product does unless configured otherwise, with the page that documents "
        + "it."),
    Term(
      name: "assumed",
      meaning: "A stated convention in place of an undeclared value."),
    Term(
      name: "derived",
      meaning: "Computed from other values; as good as the weakest of them."),
    Term(
      name: "unknown",
      meaning: "Undeclared, and nothing can be assumed."),
    Term(
      name: "decidable",
      meaning: "A check is decidable when all facts that it reads are known."),
    Term(
      name: "finding",
      meaning: "A rule's hit on an element: severity, message, place, the numbers used with the "
        + "origin of each, and advice."),
    Term(
      name: "question",
      meaning: "An undeclared fact that a rule or the headroom waits for, with the line that "
        + "answers it."),
    Term(
      name: "severity",
      meaning: "critical loses money or data, or is an outage at today's peak; high fails at the "
        + "first fault or within six months; medium within the horizon; low beyond it or where one "
        + "setting or request moves the limit, or hygiene."),
    Term(
      name: "gate",
      meaning: "A condition of the exit status, such as --min-headroom 10x; a failed gate gives "
        + "1."),
    Term(
      name: "accepted risk",
      meaning: "A finding that somebody decided to live with: reason, owner, last day, and the "
        + "headroom at which it was accepted."),
    Term(
      name: "baseline",
      meaning: "A file of known findings; only what is new or worse fails the run."),
    Term(
      name: "scenario",
      meaning: "A named overlay of the description, such as a sale, a lost zone or cold caches."),
    Term(
      name: "journey",
      meaning: "A path that users or jobs take through the system; demand enters by it."),
    Term(
      name: "peak",
      meaning: "Today's peak rate of a journey. Headroom and multiples are counted from it; "
        + "without one, from the rate."),
    Term(
      name: "limit",
      meaning: "What a component saturates by: servers, pool, rate limit, writes, hottest shard "
        + "..."),
    Term(
      name: "capacity",
      meaning: "The most that a component handles, in requests or messages per second."),
    Term(
      name: "service time",
      meaning: "How long the work on one request takes, without waits."),
    Term(
      name: "response time",
      meaning: "The time from request to answer: waits, service time and all calls that it waits "
        + "for."),
    Term(
      name: "p99",
      meaning: "The 99th percentile: 99 of 100 take at most that long."),
    Term(
      name: "timeout",
      meaning: "How long a caller waits before it abandons a call."),
    Term(
      name: "attempts",
      meaning: "The first call and its retries: 3 attempts are 1 call and 2 retries."),
    Term(
      name: "side effect",
      meaning: "What a call changes in the world: a record, a mail, a payment."),
    Term(
      name: "idempotency key",
      meaning: "What identifies a repeat, so that its side effect happens once."),
    Term(
      name: "rejects",
      meaning: "Refuses a request or message beyond a limit, and says so to the caller."),
    Term(
      name: "sheds",
      meaning: "Drops load on purpose, to keep serving the rest."),
    Term(
      name: "retains",
      meaning: "Keeps a message until its retention ends."),
    Term(
      name: "redelivers",
      meaning: "Delivers a message again, because its consumer failed or took too long."),
    Term(
      name: "dead-letters",
      meaning: "Moves a poison message, one that keeps failing, to a dead-letter queue."),
    Term(
      name: "backlog",
      meaning: "Messages that wait to be consumed."),
    Term(
      name: "compensates",
      meaning: "Undoes the committed steps of a journey that failed half-way (saga)."),
    Term(
      name: "fails over",
      meaning: "Switches to a replica, zone or region that takes over after a loss."),
    Term(
      name: "fallback",
      meaning: "What answers instead when a call fails."),
    Term(
      name: "metastable failure",
      meaning: "A system stays down after a spike, because retries keep it overloaded."),
    Term(
      name: NoteKey.text,
      meaning: "The file that Tenfold reads, *.tenfold.yaml. \(NoteKey.documentation)"),
    Term(
      name: "operation",
      meaning: "One thing that a component does for its callers, with its own time and calls."),
    Term(
      name: "relation",
      meaning: "An arrow of the description: one component or operation calls, reads, writes, "
        + "publishes to or consumes from another."),
    Term(
      name: "n-1",
      meaning: "The headroom that is left after the loss of one replica."),
    Term(
      name: "law",
      meaning: "Found by an operational law, which assumes no distribution."),
    Term(
      name: "model",
      meaning: "Found by a queueing model, which assumes how arrivals and times are distributed."),
    Term(
      name: "fluid",
      meaning: "Found by a model in which requests flow evenly, without randomness."),
    Term(
      name: "simulated",
      meaning: "Found by a discrete-event simulation of the same model."),
  ]
}
