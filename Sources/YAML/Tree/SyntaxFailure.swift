/// Why a text is not YAML.
package struct SyntaxFailure: Sendable {
  /// Stable name of the mistake.
  let code: String
  /// What libyaml, or the tree builder, says.
  package let message: String
  /// What would be right.
  let remedy: String
  /// Byte offset.
  package let offset: Int
}
