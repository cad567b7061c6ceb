import Findings

/// Tables of what a system does after a loss, in a spike, or during its peak; filled only for
/// queries that read them.
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
        "headroom", "REAL", "Times today's peak that it carries afterwards.", unit: .count),
      FactColumn("element", "INTEGER", "Id of the component that limits it then."),
      FactColumn("limit_kind", "TEXT", "Which limit that is, as in component_limit, or lost."),
    ], indexes: ["kind"], rows: .journeyLosses)

  static let componentRetry = FactTable(
    "component_retry",
    "A component that its callers' retries can hold down: once more is attempted than it carries, "
      + "every attempt times out and brings the next.",
    [
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn(
        "attempts", "REAL", "Attempts per request when all fail, over all layers of callers.",
        unit: .count),
      FactColumn(
        "capacity_per_s", "REAL", "Requests per second that it carries.", unit: .perSecond),
      FactColumn(
        "onset", "REAL",
        "Times today's peak from which a spike can leave it down: headroom / attempts.",
        unit: .count),
    ], key: ["component"], rows: .componentRetries)

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
}
