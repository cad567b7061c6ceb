/// The ends of an arrow, as indices of nodes.
package struct Ends: Hashable, Sendable {
  /// Where it starts.
  package let source: Int
  /// Where it leads.
  package let target: Int

  /// An arrow from one node to another.
  package init(source: Int, target: Int) {
    self.source = source
    self.target = target
  }
}
