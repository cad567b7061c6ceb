import Description
import Findings
import Review
import RuleBook
import Rules
import Testing
import TestSupport

extension ExampleTest: CustomTestStringConvertible {
  public var testDescription: String { name }
}

@Suite struct RuleBookTests {
  @Test(arguments: ExampleTest.all(in: .builtIn))
  func `an example gives what it is marked with, as written and mutated`(_ example: ExampleTest) {
    #expect(example.failures() == [])
  }

  @Test func `no page has a problem`() {
    #expect(RuleSet(pages: RuleSet.builtInPages).problems == [])
    let technologies = RuleBook.files.filter { $0.path.hasPrefix("technologies/") }
    #expect(CatalogueReader.problems(technologies) == [])
  }

  @Test func `the book has its themes and the model lint`() {
    let themes = Dictionary(grouping: RuleSet.builtIn.rules, by: { String($0.theme) })
    #expect(
      Set(themes.keys) == [
        "ai", "availability", "caching", "capacity", "chains", "change", "connections", "cost",
        "coupling", "functions", "idempotency", "lifecycle", "model", "observability", "ownership",
        "queues", "reads", "resilience", "sharding", "stage", "statefulness", "storage", "tenancy",
        "third-parties",
      ])
    // A page that is lost from the program would be missed by nobody.
    #expect(RuleSet.builtIn.rules.count == RuleBook.files.count { $0.path.hasSuffix(".md") })
    #expect(RuleSet.builtIn.rules.count >= 120)
  }

  @Test(arguments: RuleSet.builtIn.rules)
  func `a page is complete`(_ rule: Rule) {
    #expect(rule.summary.hasSuffix("."), "a summary is one sentence")
    #expect(!rule.title.hasSuffix("."))
    #expect(!rule.advice.isEmpty)
    #expect(!rule.since.isEmpty)
    #expect(rule.theme == "model" || !rule.sources.isEmpty, "what a rule claims has a source")
    #expect(rule.sources.allSatisfy { $0.url.hasPrefix("https://") && !$0.title.isEmpty })
    let ids = Set(RuleSet.builtIn.rules.map(\.id))
    #expect(rule.explains.allSatisfy(ids.contains))
  }

  @Test(arguments: [
    "nginx", "AWS ALB", "Google Cloud load balancer", "express-session", "Redis", "memcached",
    "PostgreSQL", "RDS PostgreSQL", "MySQL", "DynamoDB", "MongoDB", "Elasticsearch", "OpenSearch",
    "Kafka", "MSK", "SQS", "RabbitMQ", "Docker", "Kubernetes", "ECS", "Cloud Run", "Terraform",
    "CDK", "Prometheus", "Grafana", "OpenTelemetry", "Stripe", "Node.js", "ElastiCache",
    "pgbouncer", "rds-proxy", "sql-server", "oracle", "cosmosdb", "azure-sql", "neon", "supabase",
    "planetscale", "vitess", "citus", "timescaledb", "yugabytedb", "tidb", "alloydb", "scylladb",
    "bigtable", "firestore", "clickhouse", "snowflake", "bigquery", "redshift", "databricks",
    "google-cloud-storage", "azure-blob-storage", "algolia", "pinecone", "qdrant", "weaviate",
    "milvus", "pgvector", "redpanda", "pulsar", "eventbridge", "step-functions", "temporal",
    "airflow", "debezium", "kafka-connect", "flink", "spark", "bullmq", "activemq", "ec2",
    "azure-functions", "azure-container-apps", "cloudflare-workers", "vercel", "fly.io", "heroku",
    "haproxy", "envoy", "istio", "traefik", "kong", "aws-nlb", "azure-front-door", "fastly",
    "auth0", "okta", "cognito", "keycloak", "adyen", "twilio", "sendgrid", "openai", "anthropic",
    "bedrock", "azure-openai", "vertex-ai", "vllm", "triton", "sagemaker", "datadog",
  ])
  func `the catalogue knows the product`(_ name: String) {
    #expect(RuleSet.builtIn.catalogue[name] != nil)
  }

  @Test func `the names of products are read alike from lines and from YAML`() {
    let pages = RuleBook.files.filter { $0.path.hasSuffix(".yaml") }
    // A comment above makes a page one that only YAML reads.
    let commented = pages.map { (path: $0.path, text: "# Comment.\n" + $0.text) }
    let both = [pages, commented].map { RuleSet.catalogue($0).technologies }
    #expect(both[0].map(\.id) == both[1].map(\.id))
    for (line, yaml) in zip(both[0], both[1]) {
      #expect(line.name == yaml.name)
      #expect(line.aliases == yaml.aliases)
      #expect(line.kinds == yaml.kinds)
      #expect(line.builtOn == yaml.builtOn)
      #expect(line.facts.count == yaml.facts.count)
    }
  }

  @Test func `what a product is built on has a page`() {
    let technologies = RuleSet.builtIn.catalogue.technologies
    let ids = Set(technologies.map(\.id))
    for technology in technologies {
      #expect(technology.builtOn.allSatisfy { ids.contains($0) && $0 != technology.id })
    }
  }

  @Test func `every fact has a source and a month`() {
    for technology in RuleSet.builtIn.catalogue.technologies {
      for fact in technology.facts {
        #expect(fact.source.hasPrefix("https://"), "\(technology.id) \(fact.property.name)")
        #expect(fact.seen.count == 7, "\(technology.id) \(fact.property.name)")
      }
    }
  }

  @Test func `a page that is wrong says where and how`() {
    let page = RulePage(
      path: "theme/smell.md",
      text: """
        ---
        severity: hihg
        message: "{element}"
        inputs: [element.replicass]
        ---
        # Title

        Summary.

        ## Find
        ```sql
        SELECT 1
        ```
        ## Why
        """)
    let messages = page.problems.map {
      "\($0.place?.start.line ?? 0): \($0.message); \($0.remedy ?? "")"
    }
    #expect(messages.contains("2: invalid value `hihg` for `severity`; did you mean `high`?"))
    #expect(messages.contains("4: there is no property `replicass`; did you mean `replicas`?"))
    #expect(messages.contains { $0.hasPrefix("14: a page has no section `Why`") })
  }

  @Test func `a rule whose query fails is a problem and the others still run`() {
    let rules = RuleSet.builtIn.adding([
      (
        "x/broken.md",
        """
        ---
        severity: low
        message: "{element}"
        ---
        # T

        S.

        ## Find
        ```sql
        DROP TABLE component
        ```
        """
      )
    ])
    let path = "t.tenfold.yaml"
    let text = "components:\n  a: { kind: service, sessions: memory, replicas: 2..3 }\n"
    let review = Review.make(path: path, files: .memory([path: Array(text.utf8)]), rules: rules)
    #expect(
      rules.problems.contains { $0.code == "rule-failed" && $0.message.contains("x/broken") })
    #expect(review.findings.contains { $0.rule == "statefulness/in-memory-session" })
  }
}
