import Architecture
package import SourceText

/// A named overlay of a description: a sale, a zone that is gone, a cold cache.
package struct Scenario: Sendable {
  /// Its name.
  package let name: String
  /// Where the name is written.
  package let span: SourceSpan
  /// What it says, in the form of the command line's flags.
  package internal(set) var words: [String] = []
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

/// A scenario as written, its names not resolved yet.
struct ScenarioDraft {
  let name: String
  let span: SourceSpan
  var settings: [Entry] = []
  var losses: [(name: String, span: SourceSpan)] = []
  var isCacheCold = false
}
