import Review

/// The graph and the picture that were drawn last: keys that change neither lay out nothing anew.
struct DiagramDrawings: Sendable {
  private let graphs = Latest<Source, DiagramGraph>()
  private let pictures = Latest<Part, DiagramPicture>()

  /// What a graph is made of.
  private struct Source: Equatable, Sendable {
    let index: ContentsIndex
    let grouping: ComponentGrouping

    static func == (one: Source, other: Source) -> Bool {
      one.index === other.index && one.grouping == other.grouping
    }
  }

  /// Which part of a graph is laid out, and for what size.
  private struct Part: Equatable, Sendable {
    let graph: DiagramGraph.Identity
    let node: Int
    let hops: Int?
    let width: Int
    let height: Int
  }

  /// The graph of contents.
  func graph(
    _ outline: SystemOutline, _ contents: Contents, by grouping: ComponentGrouping
  ) -> DiagramGraph {
    graphs.value(of: Source(index: contents.index, grouping: grouping)) {
      DiagramGraph(outline, findings: contents.index.countsByComponent, by: grouping)
    }
  }

  /// The picture of a part of a graph.
  func picture(
    _ graph: DiagramGraph, around node: Int, hops: Int?, _ room: (width: Int, height: Int)
  ) -> DiagramPicture {
    let part = Part(
      graph: graph.identity, node: node, hops: hops, width: room.width, height: room.height)
    return pictures.value(of: part) {
      DiagramPicture(graph, around: node, hops: hops, width: room.width, height: room.height)
    }
  }
}
