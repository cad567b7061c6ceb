import Architecture
import Description
import Findings
import Import
import Review
import SourceText
import TestSupport
import YAML

/// What is read of some files in the formats of other tools, as one system.
struct Imported {
  let reading: ForeignReading
  let result: YAMLReader
  var problems: [Problem] { result.problems }

  /// The files by their paths; those that are named are read, in their order, or all.
  init(_ files: [String: String], named: [String]? = nil, as format: String? = nil) {
    result = YAMLReader()
    let inputs = (named ?? files.keys.sorted()).map {
      ForeignInput.path($0, format: format, span: nil)
    }
    reading = RuleSet.builtIn.importer.read(
      inputs, .memory(files.mapValues { Array($0.utf8) }), into: result)
  }

  /// The same of one file.
  init(_ text: String) { self.init(["compose.yaml": text]) }

  /// Reads every beginning of a text, from none of it on.
  static func readBeginnings(of text: String, as path: String, format: String? = nil) {
    let bytes = Array(text.utf8)
    for count in bytes.indices {
      _ = Imported([path: String(decoding: bytes[..<count], as: UTF8.self)], as: format)
    }
  }

  /// Reads a text so many times, each time with one to four of its bytes replaced by signs.
  static func readMutants(
    of text: String, count: Int, signs: String, seed: UInt64, as path: String,
    format: String? = nil
  ) {
    var dice = Dice(state: seed)
    let bytes = Array(text.utf8)
    let choices = Array(signs.utf8)
    for _ in 0..<count {
      var mutant = bytes
      for _ in 0..<(1 + dice.below(4)) {
        mutant[dice.below(mutant.count)] = choices[dice.below(choices.count)]
      }
      _ = Imported([path: String(decoding: mutant, as: UTF8.self)], as: format)
    }
  }

  /// What was read, a line for each component, fact and arrow.
  var lines: [String] { reading.draft.components.flatMap(Self.lines) }

  private static func lines(_ component: ComponentDraft) -> [String] {
    let name = component.name
    return ["\(name): \((component.kind ?? .service).rawValue)"]
      + component.facts.entries.map { "\(name).\(words($0.property, $0.fact))" }
      + component.relations.flatMap { relation in
        let arrow = "\(name) \(relation.kind.rawValue) \(relation.target)"
        return ["\(arrow) (\(relation.evidence))"]
          + relation.facts.entries.map { "\(arrow): \(words($0.property, $0.fact))" }
      }
  }

  private static func words(_ property: Property, _ fact: Fact) -> String {
    let value = fact.value.measure(property.definition.type).words
    return "\(property.name) = \(value.replacing(" s", with: "s"))"
  }

  /// What all of it says, as text.
  var everything: String {
    let notes = reading.notes.map(\.sentence).joined(separator: "\n")
    let texts = result.sources.texts.map(\.whole).joined(separator: "\n")
    return DescriptionWriter(reading, result.sources).text + notes + texts
      + problems.map { $0.line + ($0.place?.excerpt ?? "") }.joined(separator: "\n")
  }
}
