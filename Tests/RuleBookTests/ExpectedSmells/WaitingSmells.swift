/// What a user waits for.
enum WaitingSmells {
  static let all = [
    ExpectedSmell(
      "a user waits for what a job could do",
      rules: ["queues/heavy-work-inline", "chains/deep-sync"],
      in: """
        journeys:
          order: { from: shopper, calls: a, target: { p99: 800ms } }
        components:
          shopper: { kind: client }
          a: { kind: service, calls: b }
          b: { kind: service, calls: c }
          c: { kind: service, calls: d }
          d: { kind: service, calls: e }
          e: { kind: service, calls: f }
          f: { kind: service, calls: notifier.send-receipt }
          notifier:
            kind: service
            operations: { send-receipt: { work: email, takes-p99: 300ms } }
        """),
    ExpectedSmell(
      "slow calls hold the threads of quick ones",
      rules: ["resilience/no-bulkhead"],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: api.buy, critical: true, rate: 20/s }
          report: { from: shopper, calls: api.report, rate: 10/s, peak: 20/s }
        components:
          shopper: { kind: client }
          api:
            kind: service
            replicas: 4
            concurrency: 25
            operations:
              buy: { takes: 10ms }
              report: { calls: { to: reports, timeout: 10s } }
          reports: { kind: service }
        """),
    ExpectedSmell(
      "a slow third party that nobody sees",
      rules: [
        "observability/untraced-chain", "chains/hidden-third-party", "capacity/quota-headroom",
      ],
      in: """
        stage: growth
        traces: false
        journeys:
          checkout: { from: shopper, calls: shop, critical: true, rate: 40/s, peak: 400/s }
        components:
          shopper: { kind: client }
          shop: { kind: service, team: web, calls: { to: basket, timeout: 2s } }
          basket: { kind: service, team: web, calls: { to: shipping, timeout: 2s } }
          shipping: { kind: service, team: logistics, calls: carrier }
          carrier: { kind: external, limit: 100/s }
        """),
    ExpectedSmell(
      "a second of delay",
      rules: ["chains/latency-budget"],
      in: """
        stage: growth
        journeys:
          buy: { from: shopper, calls: api, rate: 20/s, target: { p99: 500ms } }
        components:
          shopper: { kind: client }
          api: { kind: service, replicas: 4, concurrency: 32, takes: 30ms, calls: payments }
          payments: { kind: external, takes: 250ms, takes-p99: 900ms }
        """),
  ]
}
