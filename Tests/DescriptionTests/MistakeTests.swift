import Architecture
import Findings
import Review
import Testing
import TestSupport

/// Mistakes that many components share, and names that nobody knows.
@Suite struct MistakeTests {
  @Test(arguments: [
    Mistake(
      "templates: { t: { kind: service, replicaz: 3 } }\n"
        + "components: { a: { template: t }, b: { template: t }, c: { template: t, team: x } }",
      "1:34 unknown-key: template `t` has no key `replicaz`; did you mean `replicas`?"),
    Mistake(
      "x-a: &a { kind: service, replicaz: 3 }\n"
        + "components: { a: { <<: *a }, b: { <<: *a }, c: { <<: *a, team: x } }",
      "1:26 unknown-key: component `a` has no key `replicaz`; did you mean `replicas`?"),
    Mistake(
      "templates: { t: 5 }\ncomponents: { a: { template: t } }",
      "1:17 not-a-mapping: template `t` must be a mapping; write "
        + "`key: value` lines below it"),
    Mistake(
      "templates: { t: { kind: service, takes: 5 } }\ncomponents: { a: service }",
      "1:41 wrong-value: invalid value `5` for `takes`; write a time with its unit, such as "
        + "200ms, 30s, 5min, 4h or 14 days"),
    Mistake(
      "components: { q: { kind: queue, dead-letter: q } }",
      "1:46 contradiction: `dead-letter.to` of `q` is `q` itself; name another component, or "
        + "leave it out"),
    Mistake(
      "components:\n  p: { kind: queue, dead-letter: q }\n  q: { kind: queue, dead-letter: r }\n"
        + "  r: { kind: queue, dead-letter: q }",
      "3:34 contradiction: the dead letters of `q` come back to it by way of `r`; name a queue "
        + "that keeps them until somebody has looked at them"),
    Mistake(
      "components: { d: { kind: database, replicates: d } }",
      "1:48 contradiction: `d` replicates to itself; name the store that holds the copy"),
  ])
  func `a mistake is said once, whoever shares it`(_ mistake: Mistake) {
    #expect(complaints(reading(mistake.text)) == [mistake.complaint])
  }

  @Test func `a template takes no template`() {
    let read = reading(
      "templates: { s: { kind: service }, t: { template: s } }\ncomponents: { a: { template: t } }")
    #expect(read.problems.map(\.code) == ["unknown-key", "missing-kind"])
  }

  @Test func `keys that are no words are said to be none`() {
    let read = reading(
      "components:\n  ? [a, b]\n  : { kind: service }\n  ? { c: d }\n  : { kind: service }\n"
        + "  e: { kind: service }\n  \"\": { kind: service }")
    #expect(
      complaints(read) == [
        "2:5 not-a-word: a key must be a word, not a list; write `name: value`",
        "4:5 not-a-word: a key must be a word, not a mapping; write `name: value`",
        "7:3 not-a-word: a key must be a word, not empty; write `name: value`",
      ])
    #expect(read.architecture?.components.map(\.name) == ["e"])
  }

  @Test func `what was not read any more lacks nothing`() {
    let keys = (0..<2000).map { "k\($0): 1" }.joined(separator: ", ")
    let users = (0..<400).map { "  c\($0): { kind: service, <<: *a }\n" }.joined()
    let read = reading("x-a: &a { \(keys) }\ncomponents:\n" + users)
    #expect(Set(read.problems.map(\.code)) == ["unknown-key", "more-mistakes", "too-many-aliases"])
  }

  @Test func `each wrong name of a list is said`() {
    let read = reading("components:\n  a: { kind: service, deploys-with: [x1, x2, x1] }")
    #expect(
      read.problems.map(\.message) == [
        "there is no component `x1`", "there is no component `x2`",
      ])
  }

  @Test func `of one kind of mistake a hundred are listed, and the rest is counted`() {
    var text = "components:\n  b: { kind: service, operations: { q: {} } }\n"
    for index in 1...300 {
      text += "  a\(index): { kind: service, calls: [missing\(index), b.p\(index)] }\n"
    }
    text += "  last: { kind: service, colr: red }\n"
    let read = reading(text)
    let counts = Dictionary(grouping: read.problems, by: \.code).mapValues(\.count)
    #expect(
      counts == [
        "unknown-component": 100, "unknown-operation": 100, "unknown-key": 1, "more-mistakes": 2,
      ])
    let more = read.problems.filter { $0.code == "more-mistakes" }
    #expect(more.map { $0.place?.start.line } == [103, 103])
    #expect(more[0].message.hasPrefix("200 more of the kind `unknown-component`"))
    #expect(read.problems.last?.code == "unknown-key")
  }

  @Test func `what is said of thousands of users is said once`() {
    let keys = (0..<500).map { "k\($0): 1" }.joined(separator: ", ")
    let users = (0..<500).map { "  c\($0): { kind: service, <<: *a }\n" }.joined()
    let read = reading("x-a: &a { \(keys) }\ncomponents:\n" + users)
    #expect(read.problems.filter { $0.code == "unknown-key" }.count == 100)
    #expect(read.problems.last?.message.hasPrefix("400 more") ?? false)
  }

  @Test(arguments: [
    ("Amazon RDS for MySQL", "amazon-rds"), ("AWS RDS Postgres", "amazon-rds"),
    ("ElastiCache for Redis", "amazon-elasticache"), ("ElastiCache Memcached", "memcached"),
    ("Amazon ElastiCache for Memcached", "memcached"), ("SQS (FIFO)", "amazon-sqs-fifo"),
    ("AWS MQ for RabbitMQ", "amazon-mq-rabbitmq"), ("GCP Cloud SQL", "google-cloud-sql"),
    ("Google Cloud SQL for PostgreSQL", "google-cloud-sql"), ("GCP Pub/Sub", "google-pubsub"),
    ("Microsoft Azure Service Bus", "azure-service-bus"), ("Azure AKS", "kubernetes"),
    ("Amazon Managed Streaming for Apache Kafka", "kafka"), ("Express.js", "nodejs"),
    ("ASP.NET Core", "dotnet"), ("Mongo DB", "mongodb"), ("Amazon Fargate", "amazon-ecs"),
  ])
  func `a product is known by its usual names`(_ name: String, _ id: String) {
    #expect(RuleSet.builtIn.catalogue.product(named: name)?.id == id)
  }

  @Test(arguments: [
    "Google RDS", "Azure Lambda", "AWS Pub/Sub", "Azure Memcached", "Amazon", "for",
  ])
  func `a product is not taken for one of another vendor`(_ name: String) {
    #expect(RuleSet.builtIn.catalogue.product(named: name) == nil)
  }

  @Test func `the most that one receive returns is what functions take, not everybody`() {
    let read = reading(
      """
      components:
        q: { kind: queue, technology: sqs }
        w: { kind: worker, consumes: q }
        f: { kind: function, consumes: q }
        k: { kind: stream, technology: kafka }
        v: { kind: worker, consumes: k }
      """)
    #expect(
      read.architecture?.relations.map { $0.facts.number(.batch) } == [nil, 10, 500])
  }

  @Test func `of very many operations a few are named`() {
    let operations = (0..<400).map { "o\($0): { takes: 1ms }" }.joined(separator: ", ")
    let read = reading(
      """
      components:
        a: { kind: service, operations: { \(operations) } }
        b: { kind: service, calls: a.something-else }
      """)
    let remedy = read.problems.first { $0.code == "unknown-operation" }?.remedy
    #expect(remedy?.hasSuffix("a.o19 and 380 more") == true)
  }

  /// Names as long as these, and alike, cost a billion comparisons of letters.
  @Test func `unknown names among thousands alike are not all compared`() {
    let letters = String(repeating: "abcdefghij", count: 6)
    let known = (0..<2000).map { "  \(letters)\($0): { kind: service }\n" }.joined()
    let unknown = (0..<100).map { "\(letters)x\($0)y" }.joined(separator: ", ")
    let read = reading("components:\n\(known)  z: { kind: service, calls: [\(unknown)] }\n")
    let remedies = read.problems.filter { $0.code == "unknown-component" }.compactMap(\.remedy)
    #expect(remedies.count == 100)
    #expect(remedies.first?.hasPrefix("did you mean") == true)
    #expect(remedies.last == "describe it under `components:`")
  }
}
