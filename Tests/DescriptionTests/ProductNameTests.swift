import Architecture
import Description
import Review
import Testing
import TestSupport

@Suite struct ProductNameTests {
  private let catalogue = RuleSet.builtIn.catalogue

  /// A component that is built on a text, read from a description.
  private func read(_ text: String, kind: String = "service") -> ReadResult {
    reading("components:\n  c: { kind: \(kind), technology: \"\(text)\" }")
  }

  @Test(arguments: [
    ("RabbitMQ 3.13", ["rabbitmq"]), ("mysql:8.0", ["mysql"]), ("Kafka (MSK)", ["kafka"]),
    ("ASP.NET Core", ["dotnet"]), (".NET 8", ["dotnet"]), ("C#", ["dotnet"]),
    ("Python 3.12", ["python"]), ("python3", ["python"]), ("Java 21 LTS", ["java"]),
    ("node:20-bookworm-slim", ["nodejs"]), ("Node.js v20.x", ["nodejs"]), ("Redis 7+", ["redis"]),
    ("docker.io/library/postgres:16", ["postgresql"]), ("postgres:16-alpine", ["postgresql"]),
    ("registry:5000/team/redis", ["redis"]), ("bitnami/kafka:3.7", ["kafka"]),
    ("bitnami/redis", ["redis"]), ("confluentinc/cp-kafka:7.6.0", ["kafka"]),
    ("mcr.microsoft.com/mssql/server:2022-latest", ["sql-server"]),
    ("postgres@sha256:0123456789abcdef", ["postgresql"]),
    ("POSTGRESQL", ["postgresql"]), ("  Rabbit   MQ  ", ["rabbitmq"]), ("rabbit_mq", ["rabbitmq"]),
    ("Rabbit\u{2011}MQ", ["rabbitmq"]), ("Mongo\u{A0}DB", ["mongodb"]), ("Redis®", ["redis"]),
    ("DynamoDB on-demand", ["dynamodb"]), ("Twilio SMS", ["twilio"]),
    ("Click House", ["clickhouse"]), ("SQS queue", ["amazon-sqs"]), ("S3 bucket", ["amazon-s3"]),
    ("Redis cluster", ["redis"]), ("DynamoDB table", ["dynamodb"]), ("Amazon EC2", ["amazon-ec2"]),
    ("Managed Kafka", ["kafka"]), ("Apache Pulsar", ["pulsar"]), ("pulsar", ["pulsar"]),
    ("SQL Server 2022", ["sql-server"]), ("Azure SQL Database", ["azure-sql"]),
    ("Azure Redis", ["azure-cache-redis"]), ("AWS Redshift", ["redshift"]),
    ("GCP Bigtable", ["google-bigtable"]), ("Auth0", ["auth0"]), ("Neo4j", ["neo4j"]),
  ])
  func `a product is known as people write it`(_ text: String, _ ids: [String]) {
    #expect(catalogue.naming(text).products.map(\.id) == ids)
    #expect(read(text).problems == [])
  }

  @Test(arguments: [
    ("PostgreSQL on Kubernetes", ["postgresql", "kubernetes"]),
    ("PostgreSQL 16 (RDS)", ["postgresql", "amazon-rds"]),
    ("Redis 7 (ElastiCache)", ["redis", "amazon-elasticache"]),
    ("Node.js 20, Express, Kubernetes", ["nodejs", "kubernetes"]),
    ("Sidekiq + Redis", ["sidekiq", "redis"]), ("Java/Kafka", ["java", "kafka"]),
    ("Spring Boot on EKS", ["java", "kubernetes"]), ("Rails and Sidekiq", ["ruby", "sidekiq"]),
    ("PostgreSQL (primary, two zones)", ["postgresql"]), ("Redis on bare metal", ["redis"]),
    ("Django with Celery in Docker [ECS]", ["python", "celery", "docker", "amazon-ecs"]),
  ])
  func `one text may name a product and what it runs on`(_ text: String, _ ids: [String]) {
    #expect(catalogue.naming(text).products.map(\.id) == ids)
    #expect(read(text).problems == [])
  }

  @Test func `what nobody knows of several is named alone`() {
    #expect(read("Node.js, Foozle").problems.map(\.message) == [Self.unknown("Foozle")])
    #expect(read("Foozle on Kubernetes").problems.map(\.message) == [Self.unknown("Foozle")])
    #expect(read("Foo and Bar").problems.map(\.message) == [Self.unknown("Foo and Bar")])
  }

  private static func unknown(_ name: String) -> String {
    "the catalogue has no technology `\(name)`"
  }

  @Test(arguments: [
    ("cache", "Redis or Memcached"), ("cache", "Redis/Memcached"), ("cache", "[redis, memcached]"),
    ("database", "Postgres or MySQL 8"), ("queue", "[kafka, sqs]"), ("external", "Stripe, Adyen"),
  ])
  func `two that could each be the component are a question`(_ kind: String, _ text: String) {
    let text = text.hasPrefix("[") ? text : "\"\(text)\""
    let read = reading("components:\n  c: { kind: \(kind), technology: \(text) }")
    #expect(read.problems.map(\.code) == ["ambiguous-technology"])
    #expect(read.problems.first?.weight == .warning)
    #expect(read.problems.first?.remedy?.hasPrefix("which one is it?") ?? false)
  }

  @Test func `of two that could each be it only that holds in which they agree`() {
    #expect(fact("delivery", of: read("Kafka or RabbitMQ", kind: "queue")) == "at-least-once")
    #expect(fact("ordering", of: read("Kafka or RabbitMQ", kind: "queue")) == nil)
    #expect(fact("ordering", of: read("Kafka", kind: "queue")) == "partition")
  }

  private func fact(_ property: String, of read: ReadResult) -> String? {
    Property(property).flatMap { read.architecture?.components.first?.facts.text($0) }
  }

  @Test(arguments: [
    ("database", "[postgresql, amazon-rds]", "amazon-rds"),
    ("database", "[amazon-aurora, mysql]", "amazon-aurora"),
    ("cache", "[redis, elasticache]", "amazon-elasticache"),
    ("cache", "Memcached on ElastiCache", "memcached"),
    ("queue", "[redis, sidekiq]", "sidekiq"), ("stream", "[nats, jetstream]", "nats-jetstream"),
    ("topic", "[redis, redis-pubsub]", "redis-pubsub"), ("queue", "[sns, sqs]", "amazon-sns"),
    ("worker", "[redis, sidekiq]", "sidekiq"), ("service", "[nodejs, kubernetes]", "nodejs"),
    ("database", "[postgresql, pgvector]", "pgvector"),
  ])
  func `what is built on another goes before it`(_ kind: String, _ text: String, _ first: String) {
    let read = reading("components:\n  c: { kind: \(kind), technology: \(text) }")
    #expect(read.problems == [])
    let component = read.architecture?.components.first
    let products = component?.facts.list(.technology).flatMap { catalogue.naming($0).products }
    let order = catalogue.choice(among: products ?? [], as: component?.kind ?? .service).order
    #expect(order.first?.id == first)
  }

  @Test func `what a vendor's product does counts before what it is built on`() {
    for text in ["Redis (ElastiCache)", "ElastiCache, Redis"] {
      #expect(fact("eviction", of: read(text, kind: "cache")) == "volatile-lru")
      #expect(fact("persistence", of: read(text, kind: "cache")) == "snapshot")
    }
  }

  @Test(arguments: [
    ("postgrsql", "postgresql"), ("Kafak", "kafka"), ("amazon-dynamdb", "dynamodb"),
    ("rabitmq", "rabbitmq"), ("sqss", "amazon-sqs"), ("elasticserch", "elasticsearch"),
  ])
  func `a misspelt name has the right one beside it`(_ text: String, _ meant: String) {
    #expect(read(text).problems.map(\.remedy) == ["did you mean `\(meant)`?"])
  }

  @Test(arguments: [
    "aws-xlb", "nlx", "google-sqs", "azure-lambda", "memsql", "aws-spanner", "gcp-sns",
    "azure-dynamodb", "amazon-pubsub", "mybase", "xkafka",
  ])
  func `another product is no suggestion`(_ text: String) {
    let remedies = read(text).problems.map(\.remedy)
    #expect(remedies.count == 1)
    #expect(remedies.allSatisfy { $0?.hasPrefix("nothing is assumed about it") ?? false })
  }

  @Test(arguments: [
    String(repeating: "(", count: 100_000), String(repeating: "a, ", count: 50_000),
    String(repeating: "on ", count: 60), String(repeating: "/", count: 150), ":", "@", "/", "()",
    "redis:", ":redis:", "//redis//", "1", "1.2.3", "v", "-", "\u{202E}redis", "🎉", "\u{301}",
    String(repeating: "1 ", count: 99), String(repeating: "9", count: 199), "((((redis))))",
    String(repeating: "redis,", count: 33), String(repeating: "aws-", count: 40),
  ])
  func `a hostile name does no harm`(_ text: String) {
    let clock = ContinuousClock()
    let time = clock.measure {
      let naming = catalogue.naming(text)
      #expect(naming.products.count <= 100)
      _ = reading("components:\n  c: { kind: service, technology: '\(text)' }")
    }
    #expect(time < .seconds(5))
  }
}

@Suite struct OwnProductTests {
  private static let page = """
    name: House NATS
    aliases: [nats, jetstream]
    kinds: [stream, queue]
    facts:
      delivery: { value: exactly-once, kind: default, source: "https://example.com", seen: 2026-11 }
    """

  @Test(arguments: ["nats-jetstream", "zzz"])
  func `a team's own page wins over a built-in alias`(_ id: String) {
    let rules = RuleSet.builtIn.adding([(path: "technologies/\(id).yaml", text: Self.page)])
    #expect(rules.problems == [])
    for name in ["nats", "NATS", "jetstream", "House NATS"] {
      #expect(rules.catalogue.product(named: name)?.id == id)
      #expect(rules.catalogue[name]?.facts.count == 1)
    }
    #expect(rules.catalogue.product(named: "core-nats")?.id == "nats")
    #expect(rules.catalogue.product(named: "kafka")?.id == "kafka")
    let ids = rules.catalogue.technologies.map(\.id)
    #expect(ids == ids.sorted())
  }
}
