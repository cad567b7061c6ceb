extension ComponentKind {
  /// The kind that a word of other tools stands for; nil for the kinds' own words and for what is
  /// none.
  package static func meant(by word: String) -> ComponentKind? {
    guard Self(rawValue: word) == nil else { return nil }
    let word = word.lowercased()
    return synonyms.first { $0.words.contains(word) }?.kind
  }

  private static let synonyms: [(kind: ComponentKind, words: [String])] = [
    (.client, ["browser", "user", "users", "mobile", "app", "frontend", "device"]),
    (.loadBalancer, ["lb", "elb", "alb", "nlb", "loadbalancer", "ingress", "reverse-proxy"]),
    (.gateway, ["api-gateway", "apigateway", "proxy", "bff", "mesh"]),
    (.service, ["api", "microservice", "application", "backend", "server", "web", "website"]),
    (.worker, ["consumer", "processor", "daemon", "batch"]),
    (.function, ["lambda", "faas", "serverless"]),
    (.scheduler, ["cron", "cronjob", "job", "timer"]),
    (.database, ["db", "rdbms", "sql", "nosql", "datastore", "store", "postgres", "mysql"]),
    (.cache, ["redis", "memcached", "valkey"]),
    (.queue, ["message-queue", "mq", "sqs", "rabbitmq"]),
    (.topic, ["pubsub", "exchange", "event-bus", "bus", "sns"]),
    (.stream, ["kafka", "kinesis", "log", "broker", "event-stream"]),
    (.search, ["index", "search-engine", "elasticsearch", "opensearch"]),
    (.objectStore, ["bucket", "blob", "s3", "storage", "blob-store"]),
    (.warehouse, ["data-warehouse", "olap", "lake", "data-lake"]),
    (.model, ["llm", "ml", "ai"]),
    (.tool, ["pipeline", "script", "ci"]),
    (.external, ["third-party", "thirdparty", "vendor", "saas", "partner"]),
  ]
}
