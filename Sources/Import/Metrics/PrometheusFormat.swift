import Description
import SourceText
import YAML

/// Results of queries of Prometheus, as its HTTP API hands them out: vectors and matrices in JSON.
///
/// - `MetricSeries`: one series with its labels and values.
/// - `MetricReader`: what series say, by the names that a description maps.
enum PrometheusFormat: ForeignFormat {
  static let id = "prometheus"

  static func recognises(_ text: ParsedText) -> Bool {
    guard let root = text.tree.roots.first else { return false }
    let data = JSONNode(text.tree, root)["data"]
    return data?["resultType"] != nil && data?["result"] != nil
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] { [] }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    for file in files {
      guard let root = file.roots.first else { continue }
      let node = JSONNode(system.yaml.trees[root.tree], root.node)
      let series = (node["data"]?["result"]?.items ?? []).map { MetricSeries($0, file) }
      MetricReader(system, file).read(series)
    }
  }
}
