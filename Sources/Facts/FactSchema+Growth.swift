import Findings
import Growth

/// Tables of what the growth model says, filled only for queries that read them.
extension FactSchema {
  static let componentLimit = FactTable(
    "component_limit", "A limit that the load on a component runs into as demand grows.",
    [
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn("position", "INTEGER", "From 1, the limit that is reached first."),
      FactColumn(
        "kind", "TEXT",
        "Which limit it is: \(LimitKind.allCases.map(\.rawValue).joined(separator: ", "))."),
      FactColumn(
        "load", "REAL",
        "What runs into it at today's peak: requests, writes or bytes per second, busy servers or "
          + "threads, connections, or bytes.", unit: .count),
      FactColumn(
        "bears", "REAL", "Most of the load that it handles, in the same unit.", unit: .count),
      FactColumn(
        "capacity_per_s", "REAL", "Requests per second of today's mix at which it is reached.",
        unit: .perSecond),
      FactColumn(
        "used_ratio", "REAL", "Share of it in use at today's peak; above 100 % it is passed.",
        unit: .ratio),
      FactColumn(
        "headroom", "REAL",
        "By how much demand can multiply from today's peak until it is reached.",
        unit: .count),
      FactColumn(
        "left_months", "REAL",
        "Months of the declared growth until it is reached, 0 when it is already; NULL when no "
          + "growth is declared or it does not lead there.", unit: .months),
      FactColumn(
        "later_ratio", "REAL",
        "Share of it in use at the peak of the horizon; NULL when no growth is declared.",
        unit: .ratio),
      FactColumn(
        "severity", "TEXT",
        "critical when it is reached today, high within six months, medium within the horizon; "
          + "NULL when later or never. A rule that selects it under this name takes it over."
      ),
      FactColumn(
        "at_most", "INTEGER", "1 when something unknown makes it lower than said, else 0."),
      FactColumn(
        "mean_ratio", "REAL",
        "Share of it that today's mean takes; NULL of connections, and where it is unknown.",
        unit: .ratio),
      FactColumn(
        "doubted", "INTEGER",
        "1 for a product's default that today's load is beyond: it sets no headroom, and stands "
          + "behind the others; else 0."),
      FactColumn(
        "measured_at", "INTEGER",
        "Of measured use the id of what says `used`: the component, or an operation or a call of "
          + "it; NULL of other limits."),
      FactColumn(
        "basis", "TEXT", "The weakest origin among its inputs; unknown where some input is missing."
      ),
    ], key: ["component", "position"], rows: .componentLimits)

  static let journeyAvailability = FactTable(
    "journey_availability",
    "The availability of a journey's hard dependencies; no row where none of them declares it.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn(
        "availability_ratio", "REAL", "Product of the availability of all who say it.",
        unit: .ratio),
      FactColumn(
        "at_most", "INTEGER", "1 when it is lower than said, because some do not say it; else 0."),
    ], key: ["journey"], rows: .journeyAvailability)

  static let journeyTime = FactTable(
    "journey_time",
    "How long a journey takes at today's peak; no row where nothing on its way takes time.",
    [
      FactColumn("journey", "INTEGER", "Id of the journey."),
      FactColumn(
        "mean_s", "REAL",
        "Mean time from request to answer; where more arrives than is served, of the work alone.",
        unit: .seconds),
      FactColumn(
        "p99_s", "REAL",
        "Time within which 99 of 100 are answered, all times on the way combined as distributions. "
          + "Computed where it can decide: NULL with neither a target nor a measured `p99`, "
          + "and where mean and deviation show that the target is kept.", unit: .seconds),
      FactColumn(
        "at_least", "INTEGER",
        "1 when it takes longer than said: times on the way are unknown, or more arrives than is "
          + "carried; else 0."),
      FactColumn(
        "overloaded", "INTEGER",
        "1 when more arrives on its way than is carried, so that waits have no end; else 0."),
    ], key: ["journey"], rows: .journeyTimes)
}
