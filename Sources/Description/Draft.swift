import Architecture
import Findings
import SourceText

/// What has been read of a description before its names are resolved.
struct Draft {
  var name: String?
  var span: SourceSpan?
  var facts = FactList()
  var templates: [String: NodeReference] = [:]
  var components: [ComponentDraft] = []
  var journeys: [JourneyDraft] = []
  var scenarios: [ScenarioDraft] = []
  var accepted: [AcceptedRisk] = []
  /// Where each component's name stands, to report a second one.
  var componentSpans: [String: SourceSpan] = [:]
  var journeySpans: [String: SourceSpan] = [:]
  var scenarioSpans: [String: SourceSpan] = [:]
}

struct ComponentDraft {
  let name: String
  let span: SourceSpan
  /// Nil where nobody says it.
  var kind: ComponentKind?
  var facts = FactList()
  var relations: [RelationDraft] = []
  var operations: [OperationDraft] = []
}

struct OperationDraft {
  let name: String
  let span: SourceSpan
  var facts = FactList()
  var relations: [RelationDraft] = []
}

struct RelationDraft {
  let kind: RelationKind
  /// The target as written: a component, or `component.operation`.
  let target: String
  let span: SourceSpan
  var facts = FactList()
}

struct JourneyDraft {
  let name: String
  let span: SourceSpan
  var client: (name: String, span: SourceSpan)?
  var calls: [RelationDraft] = []
  var facts = FactList()
}
