import Description
import SourceText
package import YAML

/// A text in the format of another tool, kept by the reader.
package struct ForeignFile: Sendable {
  /// Its path as it was named or found.
  package let path: String
  /// The id of its format.
  package let format: String
  /// The text with its secrets; what the reader keeps for quotes has none.
  let text: SourceText
  /// Its number among the texts of the reader.
  package let source: Int
  /// The roots of its documents; none for what is no YAML.
  package let roots: [NodeReference]
  /// What names in it mean, as a description says.
  var map: [ForeignName] = []

  /// Whether somebody named it, where others were found in a folder.
  package internal(set) var isNamed = false
}
