import Architecture
import Description
import Findings
import Growth
import Review
import SourceText
import YAML

/// All there is to say about a component.
struct ComponentText {
  private let index: Int
  private let outline: SystemOutline
  private let contents: Contents
  private(set) var lines: Lines

  private var architecture: Architecture { outline.architecture }

  init(_ index: Int, _ outline: SystemOutline, _ contents: Contents, width: Int) {
    self.index = index
    self.outline = outline
    self.contents = contents
    lines = Lines(width: width)
    addHead()
    addLimits()
    lines.addList("Used by", names(outline.uses.sources[index]))
    lines.addList("Uses", names(outline.uses.targets[index]))
    lines.addList("On the way of", outline.journeys[index].map { architecture.journeys[$0].name })
    lines.addList(
      "Findings",
      contents.index.openByComponent[index, default: []].map {
        "\($0.severity.word): \($0.message)"
      })
    lines.addList(
      "Questions", contents.index.questionsByComponent[index, default: []].map(\.question))
    addFacts()
  }

  private func names(_ components: [Int]) -> [String] {
    components.map { architecture.components[$0].name }
  }

  private mutating func addHead() {
    let component = architecture.components[index]
    let facts = component.facts
    lines.add(component.name, .title)
    let words = [
      component.kind.rawValue, facts.text(.technology), facts.text(.team).map { "team \($0)" },
      outline.place(of: index).words(in: ""),
    ]
    lines.add(words.compactMap(\.self).joined(separator: "  "), .dim)
  }

  private mutating func addLimits() {
    let limits = outline.model.limits[index]
    guard !limits.isEmpty else { return lines.addSection("Limits", "none is known") }
    lines.addHeading("Limits")
    for limit in limits {
      let share = Unit.share(limit.utilisation(at: 1))
      lines.add(
        "\(limit.kind.rawValue): \(share) utilised at today's peak, headroom \(limit.multiple)",
        head: Lines.bullet)
    }
    if let change = outline.change(of: index) {
      lines.addSection("Path to \(Unit.digits(outline.target))x", change)
    }
  }

  private mutating func addFacts() {
    let own = architecture.components[index]
    let ways = architecture.relations.indices.filter {
      architecture.relations[$0].source?.component == index
    }
    add("Facts", .component(index))
    for operation in own.operations {
      add("Operation \(architecture.operations[operation].name)", .operation(operation))
    }
    for relation in ways { add(architecture.noun(of: .relation(relation)), .relation(relation)) }
  }

  /// The facts of an element, each of which can be changed.
  private mutating func add(_ heading: String, _ element: ElementID) {
    let facts = architecture.facts(of: element)
    guard !facts.entries.isEmpty else { return }
    lines.addHeading(heading)
    for (property, fact) in facts.entries {
      lines.add(
        "\(property.name): \(outline.words(fact, of: property))", head: Lines.bullet,
        figure: Figure(element: element, property: property))
    }
  }
}

extension SystemOutline {
  /// A fact's value and where it comes from.
  func words(_ fact: Fact, of property: Property) -> String {
    let origin =
      fact.span.map { sources.place(of: $0) }.map { place in
        words(place)
      }
      ?? fact.source.map { "\(fact.origin.word), \($0)" } ?? fact.origin.word
    return "\(fact.value.measure(property.definition.type).words) (\(origin))"
  }

  /// Where a value is written: `line 4`, or `data.yaml:4` in a system of several files.
  func words(_ place: SourcePlace) -> String {
    if place.path == Change.source { return "supposed" }
    return hasSeveralFiles ? "\(place.fileName):\(place.start.line)" : "line \(place.start.line)"
  }

  /// The number by which a component would carry the target; nil where it does, or none would.
  func change(of component: Int) -> String? {
    model.change(of: component, carrying: target)
  }
}
