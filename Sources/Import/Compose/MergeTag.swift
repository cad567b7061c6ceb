import SourceText
import YAML

/// How a value of a later file meets that of an earlier one, where a tag says so.
enum MergeTag: String, CaseIterable {
  /// The earlier one counts no longer, and this is none.
  case reset = "!reset"
  /// This stands in its place, where the two would be put together.
  case override = "!override"

  /// The tag that stands before a value; nil without one.
  init?(_ node: NodeReference, in yaml: YAMLReader) {
    let span = yaml.span(node)
    let bytes = yaml.sources.texts[Int(span.source)].bytes[Int(span.start)...]
    guard let tag = Self.allCases.first(where: { bytes.starts(with: $0.rawValue.utf8) }) else {
      return nil
    }
    self = tag
  }
}
