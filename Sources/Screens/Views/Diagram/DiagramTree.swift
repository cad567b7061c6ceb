import Diagram
import SourceText

/// The callees of a node as a tree; what stands above already is not gone into again.
struct DiagramTree {
  private let graph: DiagramGraph
  private let isASCII: Bool
  private let height: Int
  private var seen: Set<Int> = []
  /// What each line says and the node it is about.
  private(set) var lines: [(text: String, node: Int)] = []

  /// The tree of a node, as far as some lines lead.
  init(_ graph: DiagramGraph, root: Int, height: Int, isASCII: Bool) {
    self.graph = graph
    self.height = height
    self.isASCII = isASCII
    add(root, passage: nil, head: "", indent: "")
  }

  private mutating func add(_ node: Int, passage: String?, head: String, indent: String) {
    guard lines.count < height else { return }
    let isNew = seen.insert(node).inserted
    let callees = graph.callees[node]
    let label = DiagramLabel(graph.nodes[node], name: 40, hidden: 0)
    let parts = [
      head + label.text(columns: label.columns), passage,
      isNew || callees.isEmpty ? nil : "(see above)",
    ]
    lines.append((parts.compactMap(\.self).joined(separator: "  "), node))
    guard isNew else { return }
    for callee in callees {
      let isLast = callee == callees.last
      add(
        callee, passage: words(from: node, to: callee),
        head: indent + (isASCII ? (isLast ? "`- " : "|- ") : isLast ? "└─ " : "├─ "),
        indent: indent + (isLast ? "   " : isASCII ? "|  " : "│  "))
    }
  }

  /// What passes along a link, in words.
  private func words(from source: Int, to target: Int) -> String? {
    graph.passage(Ends(source: source, target: target)).map { passage in
      let words: [(Passage, String)] = [
        (.calls, "call"), (.reads, "read"), (.writes, "write"), (.messages, "message"),
      ]
      return words.filter { passage.contains($0.0) }.map(\.1).joined(separator: ", ")
    }
  }
}
