import Architecture
import Findings
import SourceText

extension Reading {
  /// Collects the templates of one document, before any component is read.
  mutating func readTemplates(_ root: NodeReference, into draft: inout Draft) {
    for entry in entries(root) where entry.name == "templates" {
      for template in named(entry.value, "templates") {
        guard draft.templates[template.name] == nil else {
          complain(
            "duplicate-template", "a template `\(template.name)` is already described",
            "rename one of them", at: template.key)
          continue
        }
        draft.templates[template.name] = template.value
        checkTemplate(template)
      }
    }
  }

  /// Reads everything else of one document.
  mutating func readRoot(_ root: NodeReference, into draft: inout Draft) {
    // Keys that start with x- hold anchors and whatever other tools want; they say nothing here.
    let own = entries(root).filter { !$0.name.hasPrefix("x-") }
    for (entry, key) in check(own, .root, in: "a description") {
      if readProperty(key, entry, on: .system, into: &draft.facts) { continue }
      guard case .structure(let structure) = key.meaning else { continue }
      switch structure {
      case .version: readVersion(entry)
      case .name: readName(entry, into: &draft)
      case .components: readComponents(entry.value, into: &draft)
      case .journeys: readJourneys(entry.value, into: &draft)
      case .scenarios: readScenarios(entry.value, into: &draft)
      case .accepted: draft.accepted += readAccepted(entry.value).map(\.risk)
      default: break
      }
    }
  }

  private mutating func readVersion(_ entry: Entry) {
    guard case .text(let version)? = value(entry.value, .text, key: "tenfold"), version != "1"
    else { return }
    complain(
      "unknown-version", "`\(version)` is no version of the description language",
      "write `tenfold: 1`", at: entry.value)
  }

  private mutating func readName(_ entry: Entry, into draft: inout Draft) {
    guard case .text(let name)? = value(entry.value, .text, key: "system") else { return }
    if let earlier = draft.span {
      let place = sources.place(of: earlier)
      complain(
        "duplicate-system",
        "the system is already named in \(place.path) on line \(place.start.line)",
        "a description is about one system; put another one into its own file", at: entry.key)
      return
    }
    draft.name = name
    draft.span = span(entry.value)
  }
}
