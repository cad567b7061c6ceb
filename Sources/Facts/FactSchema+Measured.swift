import Findings

extension FactSchema {
  static let contradictedLimit = FactTable(
    "contradicted_limit",
    "A declared limit that the measured use of its component speaks against: more than 25 points "
      + "apart, or more than 10 and a factor of two.",
    [
      FactColumn("component", "INTEGER", "Id of the component."),
      FactColumn("kind", "TEXT", "Which limit it is, as in component_limit."),
      FactColumn(
        "load", "REAL",
        "What runs into it at today's peak: requests or writes per second, busy servers, or "
          + "connections.", unit: .count),
      FactColumn("bears", "REAL", "Most of the load that it handles.", unit: .count),
      FactColumn(
        "computed_ratio", "REAL", "Share of it in use at today's peak, as computed.",
        unit: .ratio),
    ], key: ["component"], rows: .contradictedLimits)
}
