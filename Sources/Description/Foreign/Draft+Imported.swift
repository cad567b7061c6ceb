import Architecture
import SourceText

/// What a description says over what was imported: it adds, and its facts count more.
extension Draft {
  /// The draft completed by what was imported, which stands first.
  func over(_ imported: Draft) -> Draft {
    var draft = self
    let own = Dictionary(uniqueKeysWithValues: components.map { ($0.name, $0) })
    let names = Set(imported.components.map(\.name))
    let completed = imported.components.compactMap { component in
      own[component.name].map { $0.over(component) }
        ?? (component.isOnlyMeasured ? nil : component)
    }
    draft.components = completed + components.filter { !names.contains($0.name) }
    draft.name = name ?? imported.name
    draft.span = span ?? imported.span
    for (property, fact) in imported.facts.entries { draft.facts.add(property, fact) }
    draft.journeys += imported.journeys.filter { journey in
      !journeys.contains { $0.name == journey.name }
    }
    return draft
  }
}

extension ComponentDraft {
  /// The component as described, completed by what was imported of it.
  fileprivate func over(_ imported: ComponentDraft) -> ComponentDraft {
    var component = self
    component.kind = kind ?? imported.kind
    component.isImported = imported.isImported
    component.isPublished = imported.isPublished
    component.facts.add(all: imported.facts)
    // An arrow that the description draws itself says what the imported one only points at.
    let drawn = Set((relations + operations.flatMap(\.relations)).map(\.component))
    component.relations += imported.relations.filter { !drawn.contains($0.component) }
    component.operations += imported.operations.filter { operation in
      !operations.contains { $0.name == operation.name }
    }
    return component
  }
}

extension RelationDraft {
  /// The name of the component that it points at.
  fileprivate var component: Substring { target.prefix { $0 != "." } }
}
