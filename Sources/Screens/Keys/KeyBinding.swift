/// One row of a table of keys: dispatch, footer and help all come from it.
package struct KeyBinding: Sendable {
  /// The keys; the first one stands in the footer.
  package let keys: [Key]
  /// Where they work.
  package let modes: [Mode]
  /// The help's sentence.
  package let words: String
  /// The footer's word; nil where the footer says nothing.
  package let footer: String?
  /// Whether they do something only where list and text have room side by side.
  package let needsRoom: Bool
}
