extension ComponentGraph {
  /// How many components, itself included, can be reached from the entries only through each one.
  ///
  /// Immediate dominators from a virtual root before all entries, by Lengauer and Tarjan, "A Fast
  /// Algorithm for Finding Dominators in a Flowgraph" (1979), with simple links; nil for what no
  /// entry reaches.
  package func dominatedCounts(entries: [Int]) -> [Int?] {
    // Numbers grow with the depth of the walk; the root has the number 0.
    let (order, parent) = preorder(entries)
    var number = [Int](repeating: -1, count: targets.count)
    for (index, node) in order.enumerated() { number[node] = index + 1 }
    var isEntry = [Bool](repeating: false, count: targets.count)
    for entry in entries { isEntry[entry] = true }
    var semi = Array(0...order.count)
    var dominator = semi
    var forest = DominatorForest(count: order.count + 1)
    var bucket = [[Int]](repeating: [], count: order.count + 1)
    for index in order.indices.reversed() {
      let (node, vertex) = (order[index], index + 1)
      if isEntry[node] { semi[vertex] = 0 }
      for source in sources[node] where number[source] > 0 {
        semi[vertex] = min(semi[vertex], semi[forest.least(number[source], semi)])
      }
      bucket[semi[vertex]].append(vertex)
      forest.link(vertex, below: parent[index])
      for other in bucket[parent[index]] {
        let least = forest.least(other, semi)
        dominator[other] = semi[least] < semi[other] ? least : parent[index]
      }
      bucket[parent[index]] = []
    }
    for vertex in dominator.indices.dropFirst() where dominator[vertex] != semi[vertex] {
      dominator[vertex] = dominator[dominator[vertex]]
    }
    var size = [Int](repeating: 1, count: order.count + 1)
    for vertex in size.indices.dropFirst().reversed() { size[dominator[vertex]] += size[vertex] }
    return number.map { $0 < 0 ? nil : size[$0] }
  }

  /// The nodes reached from the entries, depth first, each with the number of the one it was
  /// reached from; the entries hang below 0.
  private func preorder(_ entries: [Int]) -> (order: [Int], parent: [Int]) {
    var (order, parent) = ([Int](), [Int]())
    var seen = [Bool](repeating: false, count: targets.count)
    for entry in entries where !seen[entry] {
      seen[entry] = true
      order.append(entry)
      parent.append(0)
      var path: [(node: Int, number: Int, next: Int)] = [(entry, order.count, 0)]
      while let top = path.last {
        guard top.next < targets[top.node].count else {
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[top.node][top.next]
        if !seen[target] {
          seen[target] = true
          order.append(target)
          parent.append(top.number)
          path.append((target, order.count, 0))
        }
      }
    }
    return (order, parent)
  }
}

/// The vertices looked at so far, as trees whose ways are shortened by each look.
private struct DominatorForest {
  private var ancestor: [Int]
  private var label: [Int]

  init(count: Int) {
    ancestor = Array(repeating: -1, count: count)
    label = Array(0..<count)
  }

  mutating func link(_ vertex: Int, below parent: Int) { ancestor[vertex] = parent }

  /// The vertex of the least semidominator on the way from a vertex to below the root of its tree.
  mutating func least(_ vertex: Int, _ semi: [Int]) -> Int {
    guard ancestor[vertex] >= 0 else { return vertex }
    var way: [Int] = []
    var step = vertex
    while ancestor[ancestor[step]] >= 0 {
      way.append(step)
      step = ancestor[step]
    }
    // `step` stands just below the root; those above are shortened first.
    for below in way.reversed() {
      let above = ancestor[below]
      if semi[label[above]] < semi[label[below]] { label[below] = label[above] }
      ancestor[below] = ancestor[above]
    }
    return label[vertex]
  }
}
