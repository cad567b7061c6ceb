import SourceText

/// What stands in the box of a node.
struct DiagramLabel {
  private let name: String
  private let figures: String

  /// The name, of a group with the number of its components, how far it carries, its findings, and
  /// how many of its neighbours are not drawn.
  init(_ node: DiagramGraph.Node, name columns: Int, hidden: Int) {
    let count = node.isGroup ? " (\(node.rows.count))" : ""
    name = node.name.printable.cut(to: columns - count.columns, "~") + count
    let words = [
      node.limit?.multiple, node.findings > 0 ? "\(node.findings)!" : nil,
      hidden > 0 ? "+\(hidden)" : nil,
    ]
    figures = words.compactMap(\.self).joined(separator: " ")
  }

  /// Columns that it needs.
  var columns: Int { name.columns + (figures.isEmpty ? 0 : 1 + figures.columns) }

  /// The name at the left, the figures at the right.
  func text(columns: Int) -> String {
    name.padded(to: columns - figures.columns) + figures
  }
}

extension DiagramGraph.Node {
  /// What its headroom means against the target.
  func role(target: Double) -> Role {
    limit == nil ? .dim : headroom < 1 ? .critical : headroom < target ? .medium : .text
  }
}
