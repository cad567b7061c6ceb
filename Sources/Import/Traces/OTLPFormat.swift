import Description
import SourceText
import YAML

/// Traces of OpenTelemetry, as its exporters write them to files: an object, a list of them, or one
/// on each line.
enum OTLPFormat: ForeignFormat {
  static let id = "otlp"
  /// Lines of JSON are no YAML.
  static let isYAML = false

  static func recognises(_ text: ParsedText) -> Bool {
    guard let root = text.tree.roots.first else { return false }
    let node = JSONNode(text.tree, root)
    return ([node] + node.items.prefix(1)).contains { node in
      node["resourceSpans"] != nil || node["batches"]?.items.first?["resource"] != nil
    }
  }

  /// Attributes of spans hold whatever somebody put there.
  static func secrets(in text: ParsedText) -> [Range<Int>] { [0..<text.text.bytes.count] }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    for file in files {
      var spans: [TraceSpan] = []
      JSONLines(file, system).read { node in
        for one in node.items.isEmpty ? [node] : node.items { read(one, file, into: &spans) }
      }
      TraceReader(system, file, spans).read()
    }
  }

  private static func read(_ node: JSONNode, _ file: ForeignFile, into spans: inout [TraceSpan]) {
    for resource in node.first(of: ["resourceSpans", "batches"])?.items ?? [] {
      let attributes = resource["resource"]?["attributes"]?.items ?? []
      let service = value("service.name", in: attributes) ?? "unknown_service"
      let scopes = resource.first(of: ["scopeSpans", "instrumentationLibrarySpans"])?.items ?? []
      for span in scopes.flatMap({ $0["spans"]?.items ?? [] }) where spans.count < 2_000_000 {
        if let span = self.span(span, of: service, file) { spans.append(span) }
      }
    }
  }

  private static func value(_ name: String, in attributes: [JSONNode]) -> String? {
    attributes.first { $0["key"]?.text == name }?["value"]?.fields.first?.value.text
  }

  private static func span(
    _ node: JSONNode, of service: String, _ file: ForeignFile
  ) -> TraceSpan? {
    guard let trace = node["traceId"]?.text, let id = node["spanId"]?.text,
      let start = node["startTimeUnixNano"]?.number, let end = node["endTimeUnixNano"]?.number,
      end >= start
    else { return nil }
    let attributes = node["attributes"]?.items ?? []
    let parent = node["parentSpanId"]?.text ?? ""
    let status = node["status"]?["code"]?.text ?? ""
    return TraceSpan(
      service: service, id: trace + id, parent: parent.isEmpty ? "" : trace + parent,
      name: node["name"]?.text ?? "", side: side(node["kind"]?.text ?? ""), start: start / 1e9,
      end: end / 1e9, isError: status == "2" || status == "STATUS_CODE_ERROR",
      peer: TracePeer { value($0, in: attributes) },
      span: SourceSpan(source: file.source, node.start..<node.start))
  }

  private static func side(_ kind: String) -> TraceSpan.Side {
    switch kind {
    case "2", "SPAN_KIND_SERVER": .server
    case "3", "SPAN_KIND_CLIENT": .client
    case "4", "SPAN_KIND_PRODUCER": .producer
    case "5", "SPAN_KIND_CONSUMER": .consumer
    default: .own
    }
  }
}
