/// Retries and autoscalers, by the arithmetic that others have published.
extension PublishedCase {
  static let retries: [PublishedCase] = [
    PublishedCase(
      name: "five layers of three tries", source: "Amazon Builders' Library, Timeouts and retries",
      journey: "calls: { to: a, timeout: 9s, attempts: 3 }, rate: 1/s",
      components: """
          a: { kind: service, calls: { to: b, timeout: 5s, attempts: 3 } }
          b: { kind: service, calls: { to: c, timeout: 4s, attempts: 3 } }
          c: { kind: service, calls: { to: d, timeout: 3s, attempts: 3 } }
          d: { kind: service, calls: { to: e, timeout: 2s, attempts: 3 } }
          e: { kind: service, replicas: 1, concurrency: 1, takes: 1ms }
        """, expected: [(.retry("e", "attempts"), 243, exact)]),
    PublishedCase(
      name: "three layers of four attempts", source: "Site Reliability Engineering, ch. 22",
      journey: "calls: { to: a, timeout: 9s, attempts: 4 }, rate: 1/s",
      components: """
          a: { kind: service, calls: { to: b, timeout: 5s, attempts: 4 } }
          b: { kind: service, calls: { to: c, timeout: 4s, attempts: 4 } }
          c: { kind: service, replicas: 1, concurrency: 1, takes: 1ms }
        """, expected: [(.retry("c", "attempts"), 64, exact)]),
    PublishedCase(
      name: "largest healthy load", source: "fixed point of M/M/1 with a timeout, solved apart",
      journey: "calls: a, rate: 1/s",
      components: """
          a: { kind: gateway, calls: { to: b, timeout: 1s, retries: 2 } }
          b: { kind: service, replicas: 1, concurrency: 1, takes: 100ms }
        """,
      expected: [
        (.retry("b", "healthy_up_to"), 6.94658, 1e-4),
        (.retry("b", "collapse_possible_from"), 10 / 3.0, exact),
      ]),
    PublishedCase(
      name: "50 replicas at 90 % for 75 %", source: "Kubernetes, HorizontalPodAutoscaler",
      journey: "calls: a, rate: 450/s",
      components: """
          a: { kind: service, replicas: 1..99, concurrency: 1, takes: 100ms, scaling: { target: 75% } }
        """, expected: [(.element("a", "replicas"), 60, exact)]),
  ]
}
