package import Architecture
package import SourceText

/// What reading a description gives: the model, what is wrong with the text, and the texts.
package struct ReadResult: Sendable {
  /// The model of all that could be read; nil when there was nothing.
  package internal(set) var architecture: Architecture?
  /// The same without what-ifs; nil when none were asked for.
  package internal(set) var today: Architecture?
  /// The decisions of the description.
  package internal(set) var decisions: [Decision] = []
  /// The overlays of the description.
  package internal(set) var scenarios: [Scenario] = []
  /// The same, to be laid over the description when somebody asks; nil when there are none.
  package internal(set) var overlays: Scenarios?
  /// What was read in the formats of other tools, one note for each input.
  package internal(set) var imports: [ImportNote] = []
  /// Everything wrong with the text, in its order.
  package internal(set) var problems: [Problem] = []
  /// The files read, for excerpts.
  package internal(set) var sources = SourceSet()
}
