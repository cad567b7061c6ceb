/// Closed networks that others have solved: users who come again when they are answered.
extension PublishedCase {
  static let closed: [PublishedCase] = [
    PublishedCase(
      name: "example 34.2", source: "R. Jain, The Art of Computer Systems Performance Analysis",
      journey: "calls: cpu, users: 20, think: 4s",
      components: """
          cpu: { kind: gateway, calls: [{ to: c, per-request: 16 }, { to: a, per-request: 10 }, { to: b, per-request: 5 }] }
          c: { kind: service, replicas: 1, concurrency: 1, takes: 125ms }
          a: { kind: service, replicas: 1, concurrency: 1, takes: 300ms }
          b: { kind: service, replicas: 1, concurrency: 1, takes: 200ms }
        """,
      expected: [
        (.journey("rate_per_s"), 0.33325, 1e-4), (.journey("mean_s"), 56.016, 1e-4),
        (.element("c", "mean_s"), 0.373, 2e-3), (.element("a", "mean_s"), 4.854, 2e-4),
        (.element("b", "mean_s"), 0.3, 2e-3),
      ]),
    PublishedCase(
      name: "example 8.3", source: "Bolch et al., Queueing Networks and Markov Chains",
      journey: "calls: entry, users: 6",
      components: """
          entry: { kind: gateway, calls: [a, { to: b, per-request: 0.4 }, { to: c, per-request: 0.2 }, { to: d, per-request: 0.1 }] }
          a: { kind: service, replicas: 1, concurrency: 1, takes: 20ms }
          b: { kind: service, replicas: 1, concurrency: 1, takes: 200ms }
          c: { kind: service, replicas: 1, concurrency: 1, takes: 400ms }
          d: { kind: service, replicas: 1, concurrency: 1, takes: 600ms }
        """,
      expected: [
        (.journey("rate_per_s"), 9.92, 1e-3),
        (.element("a", "utilisation"), 0.198, 3e-3), (.element("b", "utilisation"), 0.794, 1e-3),
        (.element("d", "utilisation"), 0.595, 1e-3), (.element("a", "mean_s"), 0.025, 2e-2),
        (.element("b", "mean_s"), 0.57, 1e-3), (.element("c", "mean_s"), 1.14, 1e-3),
        (.element("d", "mean_s"), 1.244, 1e-3),
      ]),
    PublishedCase(
      name: "one server, 100 users", source: "PDQ 7.0, examples of the distribution",
      journey: "calls: a, users: 100, think: 300s",
      components: "  a: { kind: service, replicas: 1, concurrency: 1, takes: 630ms }",
      expected: [
        (.journey("rate_per_s"), 0.332453, 1e-5), (.journey("mean_s"), 0.79426, 1e-5),
      ]),
    PublishedCase(
      name: "20-multiserver, two threads", source: "LQNS V5 regression tests",
      journey: "calls: a, users: 4, think: 1s",
      components: "  a: { kind: service, replicas: 1, concurrency: 2, takes: 1s }",
      expected: [
        (.journey("rate_per_s"), 1.7, exact), (.journey("mean_s"), 1.352941, 1e-6),
      ]),
    PublishedCase(
      name: "23-infinite-server", source: "LQNS V5 regression tests",
      journey: "calls: a, users: 3, think: 1s",
      components: "  a: { kind: service, takes: 1s, concurrency: unlimited }",
      expected: [(.journey("rate_per_s"), 1.5, exact), (.journey("mean_s"), 1, exact)]),
  ]
}
