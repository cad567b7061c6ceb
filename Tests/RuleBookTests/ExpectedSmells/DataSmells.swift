/// What stores and messages are used for.
enum DataSmells {
  static let all = [
    ExpectedSmell(
      "the store that fits the work",
      rules: [
        "storage/one-store-for-everything", "storage/files-in-database", "storage/cache-as-record",
        "storage/derived-store-is-truth",
      ],
      in: """
        stage: growth
        journeys:
          file: { from: clerk, calls: api, critical: true, rate: 5/s, peak: 10/s }
        components:
          clerk: { kind: client }
          api:
            kind: service
            writes:
              - { to: main-db, payload: 4MB }
              - { to: accounts, entity: account }
              - { to: index, entity: page }
          main-db: { kind: database, holds: [data, queue, cache, search] }
          accounts: { kind: cache, technology: memcached }
          index: { kind: search, technology: elasticsearch }
        """),
    ExpectedSmell(
      "a shard key that changes, and one that grows",
      rules: ["sharding/unstable-key", "sharding/monotonic-key", "sharding/hot-key"],
      in: """
        journeys:
          join: { from: users, calls: api, rate: 100/s, peak: 900/s }
        components:
          users: { kind: client }
          api: { kind: service, writes: [users-db, events, feed] }
          users-db: { kind: database, shards: { count: 4, key: email } }
          events: { kind: database, technology: cockroachdb, shards: { count: 8, key: created-at } }
          feed:
            kind: database
            shards: { count: 8, key: group-id, top-share: 40%, writes: 200/s }
        """),
    ExpectedSmell(
      "read replicas, and reads after writes",
      rules: ["reads/no-replica", "reads/stale-after-write"],
      in: """
        stage: growth
        growth: 3x in 12 months
        journeys:
          browse: { from: user, calls: shop.show, rate: 900/s, peak: 4k/s }
          edit: { from: user, calls: shop.edit, rate: 10/s, peak: 90/s }
        components:
          user: { kind: client }
          shop:
            kind: service
            operations:
              show: { reads: shop-db }
              edit:
                writes: { to: people-db, entity: profile }
                reads: { from: people-copy, entity: profile }
          shop-db: { kind: database, technology: postgresql, read-capacity: 6k/s }
          people-db: { kind: database, replicates: { to: people-copy, lag: 5s } }
          people-copy: { kind: database }
        """),
    ExpectedSmell(
      "a read model before it pays",
      rules: ["stage/cqrs-es-too-early"],
      in: """
        stage: growth
        journeys:
          plan: { from: users, calls: app.plan, rate: 5/s }
          look: { from: users, calls: app.look, rate: 10/s }
        components:
          users: { kind: client }
          app:
            kind: service
            operations: { plan: { writes: rotas, publishes: changes }, look: { reads: views } }
          rotas: { kind: database }
          changes: { kind: queue }
          projector: { kind: worker, consumes: changes, writes: views }
          views: { kind: database, holds: views }
        """),
    ExpectedSmell(
      "a visibility timeout of 30 s for a batch of ten",
      rules: [
        "queues/visibility-shorter-than-work", "queues/no-dlq", "queues/partitions-cap-consumers",
      ],
      in: """
        stage: growth
        components:
          api: { kind: service, publishes: [order-placed, clicks] }
          order-placed: { kind: queue, technology: sqs, max-deliveries: unlimited }
          mailer: { kind: worker, consumes: { from: order-placed, batch: 10, takes: 4s } }
          clicks: { kind: stream, technology: kafka, partitions: 6 }
          counter: { kind: worker, replicas: 2..12, consumes: clicks }
        """),
    ExpectedSmell(
      "an event with several audiences",
      rules: ["queues/one-queue-many-audiences", "coupling/sync-over-queue"],
      in: """
        journeys:
          get-quote: { from: broker, calls: api, rate: 30/s }
        components:
          broker: { kind: client }
          api:
            kind: service
            publishes: [order-placed, { to: quote-requests, awaits-reply: true }]
            consumes: quote-replies
          order-placed: { kind: queue }
          mailer: { kind: worker, consumes: order-placed }
          stock: { kind: service, consumes: order-placed }
          quote-worker: { kind: worker, consumes: quote-requests, publishes: quote-replies }
          quote-requests: { kind: queue }
          quote-replies: { kind: queue }
        """),
  ]
}
