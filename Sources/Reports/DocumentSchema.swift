package import SourceText

/// The published schemas of JSON documents, by the command that writes them.
package enum DocumentSchema: String, CaseIterable, Sendable {
  case check, grow, diff, compare, history, plan, rules

  /// The JSON Schema (draft 2020-12).
  package var document: JSONValue {
    JSONSchema(
      of: object, id: "urn:tenfold:\(rawValue):\(JSONDocument.formatVersion)"
    ).document
  }

  private var object: JSONForm.Object {
    switch self {
    case .check: RunSummary.shape.object
    case .grow: GrowthJSONReport.shape.object
    case .diff: DiffJSONReport.shape.object
    case .compare: AlternativesJSONReport.shape.object
    case .history: HistoryJSONReport.shape.object
    case .plan: PlanJSONReport.shape.object
    case .rules: RulesJSONReport.shape.object
    }
  }
}
