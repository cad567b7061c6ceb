extension SourceTree {
  /// Whether an offset lies inside a scalar, where `#` is text.
  package func hasScalar(at offset: Int) -> Bool {
    // Nodes stand in the order of their starts: the last that starts before is the innermost.
    var (low, high) = (0, nodes.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(nodes[middle].start) <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return false }
    return nodes[low - 1].kind == .scalar && offset < Int(nodes[low - 1].end)
  }
}
