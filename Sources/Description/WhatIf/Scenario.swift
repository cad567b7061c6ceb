package import Architecture
package import SourceText

/// A named overlay of a description: a sale, a zone that is gone, a cold cache.
package struct Scenario: Sendable {
  /// Its name.
  package let name: String
  /// Where the name is written.
  package let span: SourceSpan
  /// What it says, in the form of the command line's flags.
  package internal(set) var words: [String] = []
  /// What is expected of the system under it; empty where that is nothing.
  package internal(set) var expected = FactList()
  var settings: [Setting] = []
  var losses: [Loss] = []
  var isCacheCold = false

  /// A property with its other value.
  struct Setting: Sendable {
    let element: ElementID
    let property: Property
    let fact: Fact
  }
}

/// The overlays of a description, and what they are laid over.
package struct Scenarios: Sendable {
  /// In the order of the description.
  package let all: [Scenario]
  /// What the description says, silence not completed.
  let described: Architecture
  let catalogue: Catalogue

  /// The system under one of them alone.
  package func architecture(under scenario: Scenario) -> Architecture {
    var changed = described
    for setting in scenario.settings {
      changed.set(setting.property, setting.fact, of: setting.element)
    }
    return changed.completed(
      with: catalogue, losing: scenario.losses, isCacheCold: scenario.isCacheCold)
  }

  /// How many of them are looked at: of a large system fewer, so that its answer is there within a
  /// second or two.
  package var affordable: Int { max(12, 40_000 / max(1, described.components.count)) }
}

extension Architecture {
  /// The system, silence completed, without what is lost.
  func completed(
    with catalogue: Catalogue, losing losses: [Loss], isCacheCold: Bool
  ) -> Architecture {
    let left = completed(with: catalogue).losing(losses)
    return isCacheCold ? left.withColdCaches : left
  }
}
