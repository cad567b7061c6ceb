import Architecture
package import YAML

extension KeyHints {
  /// The hints of the description language.
  package static let description = KeyHints(synonyms: synonyms) { homes[$0] }

  /// What people write for a key, in the words of other tools.
  private static let synonyms: [String: String] = [
    "type": "kind", "tech": "technology", "product": "technology", "engine": "technology",
    "owner": "team", "services": "components", "nodes": "components", "flows": "journeys",
    "name": "system", "version": "tenfold",
    "instances": "replicas", "scale": "replicas", "pods": "replicas", "azs": "zones",
    "availability-zones": "zones", "workers": "concurrency", "parallelism": "concurrency",
    "rps": "rate", "qps": "rate", "tps": "rate", "throughput": "rate", "traffic": "rate",
    "peak-rate": "peak", "latency": "takes", "duration": "takes", "service-time": "takes",
    "processing-time": "takes", "response-time": "p99", "utilization": "used",
    "utilisation": "used", "sla": "availability", "uptime": "availability", "slo": "target",
    "quota": "limit", "rate-limit": "limit", "pool-size": "pool", "connections": "max-connections",
    "connection-limit": "max-connections", "depends-on": "calls", "uses": "calls",
    "dependencies": "calls", "invokes": "calls", "subscribes": "consumes", "listens": "consumes",
    "produces": "publishes", "emits": "publishes", "sends": "publishes",
    "retry": "attempts", "retries": "attempts", "max-retries": "retries",
    "circuit-breaker": "breaker", "hit-ratio": "hit", "hit-rate": "hit",
    "idempotency-key": "idempotency", "dlq": "dead-letter", "dead-letter-queue": "dead-letter",
    "ttl": "retention", "visibility-timeout": "visibility", "max-receive-count": "max-deliveries",
    "delivery-limit": "max-deliveries", "sticky": "affinity", "sticky-sessions": "affinity",
    "session": "sessions", "partition-count": "partitions", "shard-key": "shards",
    "autoscaling": "scaling", "probe": "health-check", "healthcheck": "health-check",
    "deployment": "release", "rollout": "release",
  ]

  /// Where each property belongs: `timeout` belongs to `calls`, `reads` or `writes`.
  private static let homes: [String: String] = Dictionary(
    Property.all.compactMap { property in
      let key = String(property.name.prefix { $0 != "." })
      return home(of: property).map { (key, "`\(key)` belongs to \($0)") }
    }, uniquingKeysWith: { first, _ in first })

  private static func home(of property: Property) -> String? {
    let definition = property.definition
    var places: [String] = []
    if definition.declared.contains(.system) { places.append("the top of the description") }
    if definition.declared.contains(.component) { places.append("a component") }
    if definition.declared.contains(.operation) { places.append("an operation") }
    if definition.declared.contains(.journey) { places.append("a journey") }
    guard let last = places.popLast() else { return arrows(definition) }
    return places.isEmpty ? last : places.joined(separator: ", ") + " or " + last
  }

  /// What stands in the long form of an arrow, with an example.
  private static func arrows(_ definition: PropertyDefinition) -> String? {
    guard definition.declared.contains(.relation) else { return nil }
    let kinds = definition.relations.isEmpty ? [.calls] : definition.relations
    guard let first = kinds.first else { return nil }
    let line = Property(definition.name)?.exampleLine ?? ""
    return "the arrow: `\(first.rawValue): { \(first.targetKey): name, \(line) }`"
  }
}
