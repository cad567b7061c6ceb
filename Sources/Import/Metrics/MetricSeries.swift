import SourceText

/// A series of a metric: its labels, and its values over a window.
struct MetricSeries {
  /// The name of the metric; empty for the result of an expression.
  let name: String
  let labels: [(name: String, value: String)]
  /// What can be counted of its values, in their order; seconds since 1970 with each.
  let values: [(time: Double, value: Double)]
  let span: SourceSpan

  init(_ node: JSONNode, _ file: ForeignFile) {
    let all = (node["metric"]?.fields ?? []).compactMap { entry in
      entry.value.text.map { (entry.name, $0) }
    }
    name = all.first { $0.0 == "__name__" }?.1 ?? ""
    labels = all.filter { $0.0 != "__name__" }
    let pairs = node["values"]?.items ?? node["value"].map { [$0] } ?? []
    values = pairs.compactMap { pair in
      let parts = pair.items
      guard parts.count == 2, let time = parts[0].number, let value = parts[1].number else {
        return nil
      }
      return (time, value)
    }
    span = SourceSpan(source: file.source, node.start..<node.start)
  }

  /// How long the window is, in seconds.
  var seconds: Double { (values.last?.time ?? 0) - (values.first?.time ?? 0) }
  var mean: Double { values.reduce(0) { $0 + $1.value } / Double(max(values.count, 1)) }
  var most: Double { values.reduce(0) { max($0, $1.value) } }
}
