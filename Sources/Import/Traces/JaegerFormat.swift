import Description
import SourceText
import YAML

/// Traces as Jaeger's API and its screen hand them out.
enum JaegerFormat: ForeignFormat {
  static let id = "jaeger"

  static func recognises(_ text: ParsedText) -> Bool {
    guard let root = text.tree.roots.first else { return false }
    let node = JSONNode(text.tree, root)
    return node["data"]?.items.first.map { $0["spans"] != nil && $0["processes"] != nil } ?? false
  }

  /// Tags of spans hold whatever somebody put there.
  static func secrets(in text: ParsedText) -> [Range<Int>] { [0..<text.text.bytes.count] }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    for file in files {
      guard let root = file.roots.first else { continue }
      let node = JSONNode(system.yaml.trees[root.tree], root.node)
      var spans: [TraceSpan] = []
      for trace in node["data"]?.items ?? [] {
        let processes = (trace["processes"]?.fields ?? []).compactMap { entry in
          entry.value["serviceName"]?.text.map { (entry.name, $0) }
        }
        let services = Dictionary(processes) { first, _ in first }
        spans += (trace["spans"]?.items ?? []).compactMap { span($0, services, file) }
      }
      TraceReader(system, file, spans).read()
    }
  }

  private static func span(
    _ node: JSONNode, _ services: [String: String], _ file: ForeignFile
  ) -> TraceSpan? {
    guard let trace = node["traceID"]?.text, let id = node["spanID"]?.text,
      let start = node["startTime"]?.number, let duration = node["duration"]?.number,
      duration >= 0
    else { return nil }
    let pairs = (node["tags"]?.items ?? []).compactMap { tag in
      tag["key"]?.text.map { ($0, tag["value"]?.text ?? "") }
    }
    let tags = Dictionary(pairs) { first, _ in first }
    let parent = (node["references"]?.items ?? []).first?["spanID"]?.text ?? ""
    return TraceSpan(
      service: node["processID"]?.text.flatMap { services[$0] } ?? "unknown_service",
      id: trace + id, parent: parent.isEmpty ? "" : trace + parent,
      name: node["operationName"]?.text ?? "", side: side(tags["span.kind"] ?? ""),
      start: start / 1e6, end: (start + duration) / 1e6,
      isError: tags["error"] == "true" || tags["otel.status_code"] == "ERROR",
      peer: TracePeer { tags[$0] },
      span: SourceSpan(source: file.source, node.start..<node.start))
  }

  private static func side(_ kind: String) -> TraceSpan.Side {
    switch kind {
    case "server": .server
    case "client": .client
    case "producer": .producer
    case "consumer": .consumer
    default: .own
    }
  }
}
