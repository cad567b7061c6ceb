/// What services do to each other.
enum ServiceSmells {
  static let all = [
    ExpectedSmell(
      "a flawed data model on Kubernetes",
      rules: [
        "coupling/shared-database", "capacity/scale-out-crushes-dependency",
        "sharding/access-mismatch",
      ],
      in: """
        stage: growth
        growth: 10x in 18 months
        journeys:
          buy: { from: shopper, calls: orders, rate: 100/s, peak: 500/s }
          bill: { from: shopper, calls: billing, rate: 10/s }
        components:
          shopper: { kind: client }
          orders:
            kind: service
            technology: kubernetes
            replicas: 2..40
            concurrency: 32
            takes: 100ms
            writes: { to: shop-db, entity: order, filter-by: email }
          billing: { kind: service, writes: { to: shop-db, entity: order } }
          shop-db:
            kind: database
            writers: single
            write-capacity: 3k/s
            shards: { count: 4, key: user-id }
        """),
    ExpectedSmell(
      "chatty services, queues without a bound, idle machines",
      rules: ["chains/chatty-calls", "queues/unbounded-queue", "cost/idle-replicas"],
      in: """
        stage: growth
        journeys:
          look: { from: shopper, calls: [page, search], rate: 10/s, peak: 50/s }
        components:
          shopper: { kind: client }
          search: { kind: service, replicas: 20, concurrency: 10, takes: 20ms }
          page:
            kind: service
            reads: { from: catalog, per-request: 40 }
            publishes: views
          catalog: { kind: database }
          views: { kind: queue, technology: rabbitmq }
          counter: { kind: worker, consumes: views }
        """),
    ExpectedSmell(
      "what is deployed together belongs together",
      rules: ["coupling/deploy-together", "coupling/distributed-monolith"],
      in: """
        components:
          front: { kind: service, calls: [cart, orders, stock, prices, people] }
          cart: { kind: service, deploys-with: prices, calls: [orders, stock, prices] }
          orders:
            kind: service
            calls: [stock, prices, people]
            writes: { to: main-db, entity: order }
          stock: { kind: service, calls: [prices, people], writes: { to: main-db, entity: item } }
          prices: { kind: service, reads: { from: main-db, entity: item } }
          people: { kind: service }
          main-db: { kind: database }
        """),
    ExpectedSmell(
      "retries and duplicates are normal",
      rules: ["idempotency/retried-side-effect", "idempotency/at-least-once-consumer"],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: api, critical: true, rate: 40/s }
        components:
          shopper: { kind: client }
          api:
            kind: service
            calls: { to: payments, timeout: 2s, attempts: 3, effect: payment }
            publishes: order-placed
          payments: { kind: external, technology: stripe }
          order-placed: { kind: queue, technology: sqs }
          mailer: { kind: worker, consumes: { from: order-placed, effect: email } }
        """),
  ]
}
