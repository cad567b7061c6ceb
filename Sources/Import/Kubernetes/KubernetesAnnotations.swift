import Architecture
import Findings
import SourceText
import YAML

/// What the page knows of the annotations of objects, and of other settings of arrows.
struct KubernetesAnnotations {
  private let system: ForeignSystem

  init(_ system: ForeignSystem) { self.system = system }

  /// Adds what the annotations of an object say of a component, and of all arrows that reach it.
  func read(_ object: KubernetesObject, reaching component: Int) {
    for annotation in known(object) {
      if annotation.isOfRelation {
        add(annotation.name, annotation.text, reaching: component, at: annotation.span)
      } else {
        system.add(
          attribute: annotation.name, annotation.text, to: component, at: annotation.span)
      }
    }
  }

  /// Adds what the annotations of an object say of a component, and nothing of its arrows.
  func read(_ object: KubernetesObject, of component: Int) {
    for annotation in known(object) where !annotation.isOfRelation {
      system.add(attribute: annotation.name, annotation.text, to: component, at: annotation.span)
    }
  }

  /// The annotations of an object that the page knows, by their names on it.
  private func known(
    _ object: KubernetesObject
  ) -> [(name: String, text: String, span: SourceSpan, isOfRelation: Bool)] {
    object.annotations.compactMap { name, value in
      let name = "annotation \(name)"
      guard let text = value.text, let attribute = system.page.attributes[name] else { return nil }
      return (name, text, value.span, attribute.isOfRelation)
    }
  }

  /// Adds a setting of all arrows that reach a component.
  func add(_ name: String, _ text: String, reaching component: Int, at span: SourceSpan) {
    guard let (property, fact) = fact(name, text, at: span) else { return }
    system.update(component) { $0.arrivals.add(property, fact) }
  }

  /// What the annotations of an object say of its own arrows; of the others why they say nothing.
  func facts(ofArrows object: KubernetesObject) -> FactList {
    var facts = FactList()
    for (name, value) in object.annotations {
      if let why = system.page.reason(forIgnoring: "annotation \(name)") {
        system.ignore(name, why, of: object.path)
      }
      guard let text = value.text,
        system.page.attributes["annotation \(name)"]?.isOfRelation == true
      else { continue }
      add("annotation \(name)", text, to: &facts, at: value.span)
    }
    return facts
  }

  /// Adds what a setting says of an arrow.
  func add(_ name: String, _ text: String, to facts: inout FactList, at span: SourceSpan) {
    guard let (property, fact) = fact(name, text, at: span) else { return }
    facts.add(property, fact)
  }

  private func fact(
    _ name: String, _ text: String, at span: SourceSpan
  ) -> (Property, Fact)? {
    guard let attribute = system.page.attributes[name] else { return nil }
    let value: Value? =
      if case .duration = attribute.property.definition.type, let seconds = Self.seconds(text) {
        .number(seconds)
      } else {
        attribute.value(of: text)
      }
    return value.map { (attribute.property, Fact($0, .declared, span: span)) }
  }

  /// A duration as Go writes it, `1m30s`, in seconds; nil for anything else, and for nothing.
  static func seconds(_ text: String) -> Double? {
    var (seconds, number, unit) = (0.0, "", "")
    var isWhole = false
    for character in text.prefix(40) + "." {
      let isDigit = character.isASCII && character.isNumber
      if (isDigit || character == "."), !unit.isEmpty {
        guard let count = Double(number), let size = units[unit] else { return nil }
        seconds += count * size
        (number, unit, isWhole) = ("", "", true)
      }
      if isDigit || character == "." { number.append(character) } else { unit.append(character) }
    }
    return isWhole && number == "." && seconds > 0 ? seconds : nil
  }

  private static let units = ["h": 3600.0, "m": 60, "s": 1, "ms": 0.001, "us": 0.000001]
}
