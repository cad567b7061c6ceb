import Findings

/// Tables of what a system does after a loss, in a spike, or during its peak, and of what it is
/// expected to do; filled only for queries that read them.
extension FactSchema {
  static let journeyLoss = FactTable(
    "journey_loss",
    "What a loss leaves of a journey at today's peak; no row where it takes nothing away.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn(
        "kind", "TEXT",
        "What is lost: replica (one of a component that the team runs), zone, cold-cache (all "
          + "caches start empty) or dependency (a third party)."),
      FactColumn(
        "lost", "TEXT", "Name of the component or zone that is lost; `caches` for cold-cache."),
      FactColumn(
        "component", "INTEGER",
        "Id of the component that is lost or loses a replica; NULL for zones and caches."),
      FactColumn(
        "served_ratio", "REAL",
        "Share of its requests that is served afterwards, by operational laws; 0 where it cannot "
          + "do without what is lost.", unit: .ratio),
      FactColumn(
        "before_ratio", "REAL", "Share of its requests that is served without the loss.",
        unit: .ratio),
      FactColumn(
        "headroom", "REAL", "Times today's peak that it sustains afterwards.", unit: .count),
      FactColumn("element", "INTEGER", "Id of the component that limits it then."),
      FactColumn("limit_kind", "TEXT", "Which limit that is, as in component_limit, or lost."),
    ], indexes: ["kind"], rows: .journeyLosses)

  static let journeyLimit = FactTable(
    "journey_limit",
    "What ends a journey as demand grows; no row where no limit is known on its way.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn(
        "later", "INTEGER",
        "0 for what somebody waits for; 1 for what is done behind a queue, where that ends earlier."
      ),
      FactColumn(
        "headroom", "REAL", "Times today's peak that it sustains until then.", unit: .count),
      FactColumn("element", "INTEGER", "Id of the component whose limit it is."),
      FactColumn("limit_kind", "TEXT", "Which of its limits that is, as in component_limit."),
      FactColumn(
        "at_most", "INTEGER", "1 when something unknown makes it lower than said, else 0."),
      FactColumn(
        "basis", "TEXT", "The weakest origin among its inputs; unknown where some input is missing."
      ),
    ], key: ["journey", "later"], rows: .journeyLimits)

  static let componentRetry = FactTable(
    "component_retry",
    "A component that its callers' retries can hold down: once more is attempted than it handles, "
      + "every attempt times out and brings the next.",
    [
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn(
        "attempts", "REAL", "Attempts per request when all fail, over all layers of callers.",
        unit: .count),
      FactColumn(
        "capacity_per_s", "REAL", "Requests per second that it handles.", unit: .perSecond),
      FactColumn(
        "onset", "REAL",
        "Times today's peak from which a spike can leave it down: headroom / attempts.",
        unit: .count),
      FactColumn(
        "queue_bound", "REAL",
        "Requests that may wait for it without timing out: capacity x (timeout - p99 of its work).",
        unit: .count),
    ], key: ["component"], rows: .componentRetries)

  static let componentRetryState = FactTable(
    "component_retry_state",
    "Until where a component of component_retry recovers by itself, by the model of its queue: a "
      + "table of its own, since it takes long to work out.",
    [
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn(
        "attempts_today", "REAL",
        "Attempts per request at today's peak, by the model of its queue; NULL where it has no "
          + "healthy state.", unit: .count),
      FactColumn(
        "healthy_to", "REAL",
        "Times today's peak up to which it recovers by itself, by the same model; NULL where that "
          + "is not known.", unit: .count),
    ], key: ["component"], rows: .componentRetryStates)

  static let fallbackLoad = FactTable(
    "fallback_load",
    "The load of a component that others fall back on, once what they call is lost.",
    [
      FactColumn("relation", "INTEGER", "Id of the relation that falls back on it."),
      FactColumn("lost", "INTEGER", "Id of the component that is lost: what answers the relation."),
      FactColumn("component", "INTEGER", "Id of the component that is asked instead."),
      FactColumn(
        "peak_per_s", "REAL",
        "Requests per second that come to it then at today's peak, its own and those of all who "
          + "fall back on it.", unit: .perSecond),
      FactColumn(
        "capacity_per_s", "REAL",
        "Requests per second that it handles of that mix; NULL where no limit of it is known.",
        unit: .perSecond),
      FactColumn("limit_kind", "TEXT", "Which limit that is, as in component_limit."),
    ], key: ["relation"], rows: .fallbackLoads)

  static let channelBacklog = FactTable(
    "channel_backlog",
    "What gathers in a channel during today's peak; no row where its consumers' capacity is not "
      + "known.",
    [
      FactColumn("component", "INTEGER", "Id of the channel."),
      FactColumn(
        "capacity_per_s", "REAL",
        "Messages per second that all consumers take; of several audiences, the slowest.",
        unit: .perSecond),
      FactColumn(
        "growth_per_s", "REAL", "Messages per second by which it grows at the peak.",
        unit: .perSecond),
      FactColumn("peak_lasts_s", "REAL", "How long the peak lasts.", unit: .seconds),
      FactColumn(
        "gathered", "REAL", "Messages that have gathered when the peak ends, were there no bound.",
        unit: .count),
      FactColumn(
        "full_after_s", "REAL",
        "Seconds of the peak until its maximum length is reached; NULL when the peak ends before, "
          + "or there is none.", unit: .seconds),
    ], key: ["component"], rows: .channelBacklogs)

  static let expectation = FactTable(
    "expectation", "What `expect` says, held against the model; one row per key, or per loss.",
    [
      FactColumn("number", "INTEGER", "Its number, from 1: top, journeys, then scenarios."),
      FactColumn("element", "INTEGER", "Id of the journey, or 0 for the system."),
      FactColumn("scenario", "TEXT", "Name of the scenario it is part of; NULL for today."),
      FactColumn("kind", "TEXT", "Its key: carries, p99, availability or survives."),
      FactColumn(
        "about", "TEXT",
        "What tells it from others of its element: scenario, key and loss, such as `sale survives "
          + "west-2`."),
      FactColumn(
        "verdict", "TEXT", "met, unmet, or undecided where something has to be known first."),
      FactColumn("expected", "TEXT", "What is expected, such as `handle 3x today's peak`."),
      FactColumn("actual", "TEXT", "What the model says of it, or which fact decides."),
    ], key: ["number"], rows: .expectations)

  static let decision = FactTable(
    "decision", "What `decisions` says, held against the model; one row per decision.",
    [
      FactColumn("number", "INTEGER", "Its number, from 1, in the order of the description."),
      FactColumn("element", "INTEGER", "Id of what decides it, or 0 for the system."),
      FactColumn("name", "TEXT", "Its name."),
      FactColumn(
        "verdict", "TEXT", "kept, reopened, or undecided where something has to be known first."),
      FactColumn("actual", "TEXT", "Its conditions with today's numbers, or which fact decides."),
      FactColumn("because", "TEXT", "Why it was made, and who answers for it."),
    ], key: ["number"], rows: .decisions)
}
