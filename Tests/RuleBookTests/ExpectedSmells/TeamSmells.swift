/// What teams, their releases and the stage of a system ask for.
enum TeamSmells {
  static let all = [
    ExpectedSmell(
      "an autoscaling group of two to twenty, changed by hand",
      rules: [
        "capacity/peak-exceeds-max", "availability/zone-loss-overload", "change/changed-by-hand",
        "change/in-place-patching",
      ],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: api, critical: true, rate: 1k/s, peak: 3k/s }
        components:
          shopper: { kind: client }
          api:
            kind: service
            technology: ec2
            replicas: 2..20
            zones: [a, b, c]
            concurrency: 16
            takes: 100ms
            write-access: everybody
            patching: in-place
        """),
    ExpectedSmell(
      "code, data, releases and teams scale together",
      rules: ["ownership/no-owner", "change/breaking-migration", "change/slow-rollback"],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: edge, critical: true }
        components:
          shopper: { kind: client }
          edge: { kind: gateway, calls: [shop, prices] }
          shop: { kind: service, team: shop, release: rolling, rollback: 1h, writes: main-db }
          prices: { kind: service, team: data, unit: shop, reads: main-db }
          main-db: { kind: database, team: data, migration: in-place }
        """),
    ExpectedSmell(
      "few engineers, many things to run",
      rules: ["stage/datastore-sprawl", "ownership/more-than-a-team-runs"],
      in: """
        stage: growth
        engineers: 4
        components:
          a: { kind: service, team: core, writes: [orders, carts, index], reads: [pages, logins] }
          b: { kind: service, team: core, publishes: events }
          orders: { kind: database, technology: postgresql, managed: false, team: core }
          carts: { kind: database, technology: mongodb, managed: false, team: core }
          index: { kind: search, technology: elasticsearch, managed: false, team: core }
          pages: { kind: cache, technology: memcached, managed: false, team: core }
          logins: { kind: cache, technology: redis, managed: false, team: core }
          events: { kind: stream, technology: kafka, managed: false, team: core }
          web: { kind: service, team: web, calls: [a, b] }
        """),
    ExpectedSmell(
      "a release that nobody can judge",
      rules: ["change/all-at-once", "change/blind-canary"],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: [api, registry], critical: true, rate: 2/s, peak: 4/s }
        components:
          shopper: { kind: client }
          api: { kind: service, replicas: 4, release: canary, canary: { share: 5%, lasts: 10min } }
          registry: { kind: service, replicas: 4, release: all-at-once }
        """),
    ExpectedSmell(
      "alerts on causes instead of what users notice",
      rules: ["observability/users-notice-first"],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: api, critical: true, alerts: [saturation] }
        components:
          shopper: { kind: client }
          api: { kind: service }
        """),
    ExpectedSmell(
      "right-sized for its stage",
      rules: ["stage/kafka-too-early", "stage/microservices-too-early", "stage/sharded-at-seed"],
      in: """
        stage: seed
        engineers: 3
        journeys:
          publish: { from: users, calls: web, rate: 60/day, peak: 40/h }
        components:
          users: { kind: client }
          web: { kind: service, calls: [accounts, shifts, pay], publishes: events }
          accounts: { kind: service, writes: main-db }
          shifts: { kind: service }
          pay: { kind: service }
          events: { kind: stream, technology: kafka, partitions: 12 }
          mailer: { kind: worker, consumes: events }
          exporter: { kind: worker, consumes: events }
          main-db: { kind: database, shards: { count: 4, key: user-id } }
        """),
    ExpectedSmell(
      "outages, slow releases and rising bills",
      rules: ["availability/single-zone", "change/slow-rollback", "cost/idle-replicas"],
      in: """
        stage: growth
        journeys:
          look: { from: shopper, calls: api, critical: true, rate: 10/s, peak: 50/s }
        components:
          shopper: { kind: client }
          api:
            kind: service
            replicas: 20
            zones: [a]
            concurrency: 10
            takes: 20ms
            release: rolling
            rollback: 1h
        """),
    ExpectedSmell(
      "the languages that services are written in",
      noRule: "a product of the catalogue, and no smell by itself",
      in: """
        components:
          page: { kind: service, technology: nodejs, calls: [orders, prices, search] }
          orders: { kind: service, technology: java }
          prices: { kind: service, technology: python }
          search: { kind: service, technology: go }
        """),
  ]
}
