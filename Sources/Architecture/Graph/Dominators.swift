extension ComponentGraph {
  /// How many components, itself included, can be reached from the entries only through each one.
  ///
  /// Immediate dominators by Cooper, Harvey and Kennedy, "A Simple, Fast Dominance Algorithm"
  /// (2001), from a virtual root before all entries; nil for what no entry reaches. Nil for all
  /// when the iteration has not settled after `rounds` passes, which real systems do in a few.
  package func dominatedCounts(entries: [Int], rounds: Int = 64) -> [Int?] {
    let order = postorder(entries)
    var finished = [Int](repeating: -1, count: targets.count)
    for (number, node) in order.enumerated() { finished[node] = number }
    // Numbers grow towards the root, which stands after the last node.
    let root = order.count
    var dominator = [Int](repeating: -1, count: root + 1)
    dominator[root] = root
    let isEntry = Set(entries)
    for round in 0...rounds {
      guard round < rounds else { return Array(repeating: nil, count: targets.count) }
      var changed = false
      for number in stride(from: root - 1, through: 0, by: -1) {
        let node = order[number]
        var best = isEntry.contains(node) ? root : -1
        for source in sources[node] where finished[source] >= 0 && dominator[finished[source]] >= 0
        {
          best = best < 0 ? finished[source] : Self.meet(best, finished[source], dominator)
        }
        if dominator[number] != best {
          dominator[number] = best
          changed = true
        }
      }
      if !changed { break }
    }
    var size = [Int](repeating: 1, count: root + 1)
    for number in 0..<root { size[dominator[number]] += size[number] }
    return finished.map { $0 < 0 ? nil : size[$0] }
  }

  private static func meet(_ left: Int, _ right: Int, _ dominator: [Int]) -> Int {
    var (left, right) = (left, right)
    while left != right {
      while left < right { left = dominator[left] }
      while right < left { right = dominator[right] }
    }
    return left
  }

  /// The nodes reached from the entries, each after all it leads to.
  private func postorder(_ entries: [Int]) -> [Int] {
    var order: [Int] = []
    var seen = [Bool](repeating: false, count: targets.count)
    for entry in entries where !seen[entry] {
      seen[entry] = true
      var path: [(node: Int, next: Int)] = [(entry, 0)]
      while let top = path.last {
        guard top.next < targets[top.node].count else {
          order.append(top.node)
          path.removeLast()
          continue
        }
        path[path.count - 1].next += 1
        let target = targets[top.node][top.next]
        if !seen[target] {
          seen[target] = true
          path.append((target, 0))
        }
      }
    }
    return order
  }
}
