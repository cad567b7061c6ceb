import Architecture
import Description
import Findings
import Review
import SourceText
import YAML

extension Figure {
  /// Why a text is no value of it; nil where it is one.
  func refusal(of text: String) -> String? {
    let type = property.definition.type
    guard type.value(of: text) == nil else { return nil }
    return "`\(text.printable)` is no \(property.name); write \(type.form)"
  }
}

/// Values that are looked at in place of those in the file.
extension ReviewScreen {
  /// Where Tab stops in a text: at each value, and in one that scrolls at each section.
  private func stops(in lines: Lines) -> [TextStop] {
    let scrolls = lines.all.count > layout.page.count
    return lines.stops.filter { scrolls || $0.figure != nil }
  }

  private var stops: [TextStop] { stops(in: pageLines(layout.text.count)) }

  /// The line of a text at which Tab has stopped; nil where it has not.
  func stopLine(in lines: Lines) -> Int? {
    guard let place = pages.last?.stop else { return nil }
    let stops = stops(in: lines)
    return stops.indices.contains(place) ? stops[place].line : nil
  }

  /// Goes to a neighbouring stop of the text.
  mutating func goToStop(_ distance: Int) {
    let stops = stops
    guard !stops.isEmpty else {
      notices.notice = "no value here can be changed"
      return
    }
    let place = pages.last?.stop ?? (distance > 0 ? -1 : stops.count)
    select(min(max(place + distance, 0), stops.count - 1), of: stops)
  }

  private mutating func select(_ stop: Int, of stops: [TextStop]) {
    pages[pages.count - 1].stop = stop
    let (line, page) = (stops[stop].line, layout.page.count)
    let top = pages[pages.count - 1].top
    pages[pages.count - 1].top = max(min(top, line), line - page + 1)
  }

  /// The value at which Tab has stopped; nil where it has not, or at a section.
  var figure: Figure? {
    let stops = stops
    guard let place = pages.last?.stop, stops.indices.contains(place) else { return nil }
    return stops[place].figure
  }

  /// The selected figure, or the next one of the text.
  mutating func selectedFigure() -> Figure? {
    if let figure { return figure }
    let stops = stops
    guard
      let next = stops.indices.first(where: {
        $0 >= pages.last?.stop ?? 0 && stops[$0].figure != nil
      })
    else {
      notices.notice = "no value here can be changed"
      return nil
    }
    select(next, of: stops)
    return stops[next].figure
  }

  private func fact(_ figure: Figure) -> Fact? {
    contents?.outline?.architecture.facts(of: figure.element)[figure.property]
  }

  /// A figure's value: what is supposed of it, which the review may not know yet, or the fact.
  private func value(of figure: Figure) -> Value? {
    guard let architecture = contents?.outline?.architecture else { return nil }
    let own = name(of: figure, architecture)
    guard let supposed = suppositions.made.last(where: { $0.name == own }) else {
      return fact(figure)?.value
    }
    return figure.property.definition.type.value(of: supposed.edit.value)
  }

  private func name(of figure: Figure, _ architecture: Architecture) -> String {
    "\(figure.property.name) of \(architecture.noun(of: figure.element))"
  }

  /// Supposes the next greater or lesser value of the selected figure.
  mutating func step(figure direction: Double) -> [Effect] {
    guard let figure = selectedFigure(), let value = value(of: figure) else { return [] }
    let type = figure.property.definition.type
    guard let text = value.next(direction, of: type)?.written(as: type) else {
      notices.notice = "= takes another value: \(type.form)"
      return []
    }
    return suppose(figure, is: text)
  }

  /// Asks for another value of the selected figure.
  mutating func askForValue() {
    guard let figure = selectedFigure(), let architecture = contents?.outline?.architecture else {
      return
    }
    let type = figure.property.definition.type
    prompt = Prompt(
      purpose: .value(figure), label: "suppose \(name(of: figure, architecture)): ",
      hint: type.form, field: TextField(offering: value(of: figure)?.written(as: type) ?? ""))
  }

  /// Looks at the system with another value of a figure.
  mutating func suppose(_ figure: Figure, is text: String) -> [Effect] {
    guard let architecture = contents?.outline?.architecture,
      let change = Change(figure.element, figure.property, to: text, in: architecture)
    else {
      notices.notice = "this value can only be changed in the file: e opens it"
      return []
    }
    let element = figure.element == .system ? nil : architecture.name(of: figure.element)
    let property = figure.property.name
    suppositions.add(
      Supposition(
        change: change, edit: DescriptionEdit(element, property: property, to: text),
        name: name(of: figure, architecture)))
    if suppositions.file == nil { suppositions.file = contents }
    preview(figure, text)
    return review("\(name(of: figure, architecture)): \(text)")
  }

  /// Shows what is carried then at once; the findings follow.
  private mutating func preview(_ figure: Figure, _ text: String) {
    guard let value = figure.property.definition.type.value(of: text) else { return }
    let fact = Fact(value, .declared)
    if let verdict = contents?.outline?.verdict(with: figure.property, fact, of: figure.element) {
      contents?.verdict = verdict
    }
  }

  /// Takes back what was supposed last.
  mutating func undo() -> [Effect] {
    guard let last = suppositions.undo() else {
      notices.notice = "nothing is supposed"
      return []
    }
    // What the file says is known; nothing has to be waited for.
    if suppositions.made.isEmpty, let file = suppositions.file {
      suppositions.file = nil
      renew(file)
    }
    return review("\(last.name) as before")
  }

  /// Supposes it again.
  mutating func redo() -> [Effect] {
    guard let next = suppositions.redo() else {
      notices.notice = "nothing was taken back"
      return []
    }
    if suppositions.file == nil { suppositions.file = contents }
    return review("\(next.name): \(next.edit.value)")
  }

  /// Has reviewed what is supposed; nothing has to be where that is what the file says.
  private mutating func review(_ words: String) -> [Effect] {
    notices.notice = words
    let changes = suppositions.current.map(\.change)
    return [changes.isEmpty ? .reload : .suppose(changes)]
  }

  /// Shows what is supposed as lines of the file, to be written.
  mutating func propose() -> [Effect] {
    guard !suppositions.made.isEmpty else {
      notices.notice = "nothing is supposed: + - = on a value do that"
      return []
    }
    return [.compare(suppositions.current.map(\.edit))]
  }

  mutating func write() -> [Effect] { [.write(suppositions.current.map(\.edit), then: .forget)] }

  /// Asks for the name of a scenario of what is supposed.
  mutating func keepAsScenario() {
    guard !suppositions.made.isEmpty else {
      notices.notice = "nothing is supposed: + - = on a value do that"
      return
    }
    prompt = Prompt(
      purpose: .scenario, label: "keep as scenario: ", hint: "a name such as two-more-replicas",
      field: TextField())
  }

  func scenario(named name: String) -> [DescriptionEdit] {
    suppositions.current.map { supposition in
      let path = supposition.change.pathText
      return DescriptionEdit(nil, ["scenarios", name, "set", path], to: supposition.edit.value)
    }
  }
}
