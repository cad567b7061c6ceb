/// A picture of an architecture: boxes in layers, arrows between them.
///
/// Abstract: columns and rows, no pixels and no cells, so that a page and a terminal can draw it.

package import Architecture

/// Where everything of a picture lies.
///
/// A layer is a column, counted from the left; a box is one row high. Layers, ordering and
/// coordinates follow Sugiyama, Tagawa and Toda, "Methods for Visual Understanding of Hierarchical
/// System Structures" (IEEE SMC 1981).
package struct Diagram: Sendable {
  /// A component's place.
  package struct Box: Hashable, Sendable {
    /// Index of the component.
    package let component: Int
    /// Its layer.
    package let column: Int
    /// The middle of the box, in rows from the top.
    package let row: Double
  }

  /// All relations between two components in one direction.
  package struct Arrow: Hashable, Sendable {
    /// The component where it starts.
    package let source: Int
    /// The component where it ends.
    package let target: Int
    /// What it stands for, as indices of relations; none for a channel and its broker.
    package let relations: [Int]
    /// Column and row of each bend, the ends included.
    package let points: [Point]
  }

  /// A bend of an arrow.
  package struct Point: Hashable, Sendable {
    /// The layer.
    package let column: Int
    /// Rows from the top.
    package let row: Double
  }

  /// A box for each component, in their order.
  package let boxes: [Box]
  /// The arrows, sorted by their ends.
  package let arrows: [Arrow]
  /// How many layers there are.
  package let columns: Int
  /// How many rows the highest layer takes.
  package let rows: Double

  /// The picture of an architecture; the same for the same architecture.
  package init(_ architecture: Architecture) {
    let links = Self.links(architecture)
    var layers = LayeredGraph(count: architecture.components.count, links: links.map(\.ends))
    layers.order()
    let rows = layers.rows(.page)
    boxes = architecture.components.indices.map {
      Box(component: $0, column: layers.column[$0], row: rows[$0])
    }
    arrows = links.enumerated().map { index, link in
      let points = layers.paths[index].map { Point(column: layers.column[$0], row: rows[$0]) }
      return Arrow(
        source: link.ends.source, target: link.ends.target, relations: link.relations,
        points: points)
    }
    columns = (layers.column.max() ?? -1) + 1
    self.rows = (rows.max() ?? -1) + 1
  }

  /// Pairs of components with an arrow, in the direction in which requests and messages flow.
  package static func links(
    _ architecture: Architecture
  ) -> [(ends: Ends, relations: [Int])] {
    var relations: [Ends: [Int]] = [:]
    for (index, relation) in architecture.relations.enumerated() {
      let client = relation.journey.flatMap { architecture.journeys[$0].client }
      guard let source = relation.source?.component ?? client else { continue }
      let target = relation.target.component
      let ends =
        relation.kind == .consumes
        ? Ends(source: target, target: source) : Ends(source: source, target: target)
      if source != target { relations[ends, default: []].append(index) }
    }
    for (channel, broker) in architecture.brokers {
      relations[Ends(source: channel, target: broker), default: []] += []
    }
    return relations.sorted { ($0.key.source, $0.key.target) < ($1.key.source, $1.key.target) }
      .map { ($0.key, $0.value) }
  }
}
