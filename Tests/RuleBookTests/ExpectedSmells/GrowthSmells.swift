/// What growth, bursts and a single copy break first.
enum GrowthSmells {
  static let all = [
    ExpectedSmell(
      "one database under every journey",
      rules: ["availability/single-copy", "sharding/single-writer-ceiling"],
      in: """
        stage: growth
        growth: 10x in 18 months
        journeys:
          buy: { from: shopper, calls: api, critical: true, rate: 40/s, peak: 400/s }
        components:
          shopper: { kind: client }
          api: { kind: service, replicas: 3, writes: orders-db }
          orders-db:
            kind: database
            replicas: 1
            disk: data
            writers: single
            write-capacity: 500/s
        """),
    ExpectedSmell(
      "a weekend outage that outlasts the queue",
      rules: ["queues/retention-shorter-than-outage"],
      in: """
        journeys:
          pay: { from: shopper, calls: shop, rate: 20/s }
        components:
          shopper: { kind: client }
          shop: { kind: service, publishes: payments }
          payments: { kind: stream, technology: kinesis }
          ledger: { kind: worker, consumes: payments }
        """),
    ExpectedSmell(
      "ten times the load without a rewrite",
      rules: ["capacity/growth-horizon", "capacity/peak-exceeds-max"],
      in: """
        stage: growth
        growth: 10x in 18 months
        journeys:
          look: { from: shopper, calls: site, rate: 300/s, peak: 800/s }
          buy: { from: shopper, calls: api, rate: 300/s, peak: 4k/s }
        components:
          shopper: { kind: client }
          site: { kind: service, replicas: 2..20, concurrency: 16, takes: 100ms }
          api: { kind: service, replicas: 2..20, concurrency: 16, takes: 100ms }
        """),
    ExpectedSmell(
      "a larger machine instead of more of them",
      rules: [
        "capacity/growth-horizon", "capacity/no-load-balancer", "statefulness/in-memory-session",
      ],
      in: """
        stage: growth
        growth: 10x in 18 months
        journeys:
          buy: { from: shopper, calls: app, rate: 100/s, peak: 300/s }
        components:
          shopper: { kind: client }
          app:
            kind: service
            replicas: 2
            concurrency: 32
            takes: 100ms
            sessions: memory
            balancing: none
        """),
    ExpectedSmell(
      "bursts of a model beside steady traffic",
      rules: [
        "ai/token-quota", "resilience/hard-dependency-on-optional", "storage/analytics-on-primary",
      ],
      in: """
        stage: growth
        journeys:
          ask: { from: users, calls: shop.ask, critical: true, rate: 2/s, peak: 5/s }
        components:
          users: { kind: client }
          shop:
            kind: service
            reads: [{ from: picks, fallback: none }, { from: picks-db, hit: 90% }]
            operations:
              ask: { calls: { to: llm, tokens: 3k, timeout: 30s }, writes: main-db }
              trends: { work: report, reads: main-db }
          llm: { kind: external, token-limit: 600k/min }
          picks: { kind: cache, holds: cache }
          picks-db: { kind: database }
          main-db: { kind: database, replicas: 2 }
        """),
    ExpectedSmell(
      "from one instance to fifty",
      rules: [
        "statefulness/in-memory-session", "statefulness/sticky-affinity",
        "capacity/connection-exhaustion",
      ],
      in: """
        stage: growth
        journeys:
          look: { from: shopper, calls: edge, rate: 300/s }
        components:
          shopper: { kind: client }
          edge:
            kind: load-balancer
            technology: nginx
            replicas: 2
            affinity: cookie
            calls: web
          web:
            kind: service
            technology: express-session
            replicas: 1..50
            pool: 10
            writes: shop-db
          shop-db: { kind: database, technology: postgresql }
        """),
    ExpectedSmell(
      "containers that scale on the wrong signal",
      rules: ["stage/self-run-kubernetes-too-early", "capacity/wrong-scaling-signal"],
      in: """
        stage: seed
        engineers: 5
        platform: self-run
        components:
          shop: { kind: service, technology: kubernetes, publishes: mails }
          mails: { kind: queue }
          mailer:
            kind: worker
            technology: kubernetes
            replicas: 2..20
            scaling: { on: cpu }
            consumes: { from: mails, takes: 300ms }
        """),
  ]
}
