import Architecture
import Diagram
import Findings
import Growth
import Review

/// What is drawn: components, or groups of them, and what passes between them.
struct DiagramGraph {
  /// A component or a group.
  struct Node {
    /// The identity of its entry.
    let id: String
    let name: String
    /// Its components; one, unless it is a group.
    var rows: [ComponentRow]

    /// Whether it stands for what is in a journey, a team or a zone.
    var isGroup: Bool { id != name }
    /// What breaks first of it.
    var first: ComponentRow? { rows.min { ($0.headroom, $0.index) < ($1.headroom, $1.index) } }
    var headroom: Double { first?.headroom ?? .infinity }
    var limit: Limit? { first?.limit }
    var findings: Int { rows.reduce(0) { $0 + $1.findings } }
  }

  /// Tells it from every other one.
  final class Identity: Equatable, Sendable {
    static func == (one: Identity, other: Identity) -> Bool { one === other }
  }

  let identity = Identity()
  private(set) var nodes: [Node] = []
  /// What passes from node to node, in the direction of requests and messages.
  private var passages: [Ends: Passage] = [:]
  /// Nodes by which a node is called, and that it calls.
  private(set) var callers: [[Int]] = []
  private(set) var callees: [[Int]] = []

  /// A node for each component, or for each first group that components are in.
  init(_ outline: SystemOutline, findings: [Int: Int], by grouping: ComponentGrouping) {
    var rows = outline.components(with: findings)
    rows += outline.clients(with: findings)
    rows.sort { $0.index < $1.index }
    var numbers: [String: Int] = [:]
    var node = Array(repeating: 0, count: outline.architecture.components.count)
    for row in rows {
      let group = grouping == .none ? nil : grouping.names(of: row.index, outline, [:]).first
      let id = group.map { ComponentColumns.id(ofGroup: $0) } ?? row.name
      node[row.index] = numbers[id] ?? nodes.count
      if numbers[id] == nil {
        numbers[id] = nodes.count
        nodes.append(Node(id: id, name: group ?? row.name, rows: [row]))
      } else {
        nodes[node[row.index]].rows.append(row)
      }
    }
    for link in Diagram.links(outline.architecture) {
      let ends = Ends(source: node[link.ends.source], target: node[link.ends.target])
      guard ends.source != ends.target else { continue }
      for relation in link.relations {
        passages[ends, default: []]
          .formUnion(outline.architecture.relations[relation].kind.passage)
      }
    }
    callers = Array(repeating: [], count: nodes.count)
    callees = callers
    for ends in passages.keys.sorted(by: { ($0.source, $0.target) < ($1.source, $1.target) }) {
      callees[ends.source].append(ends.target)
      callers[ends.target].append(ends.source)
    }
  }

  /// What passes from a node to another one; nil where nothing does.
  func passage(_ ends: Ends) -> Passage? { passages[ends] }

  /// The node of an entry; the one that breaks first where there is none.
  func node(of entry: Entry?) -> Int? {
    nodes.firstIndex { $0.id == entry?.id }
      ?? nodes.indices.min { (nodes[$0].headroom, $0) < (nodes[$1].headroom, $1) }
  }
}

extension RelationKind {
  /// How it is drawn.
  fileprivate var passage: Passage {
    switch self {
    case .calls: .calls
    case .reads: .reads
    case .writes: .writes
    case .publishes, .consumes, .replicates, .schedules, .maintains: .messages
    }
  }
}
