import Testing

/// Systems whose numbers others have published, written as descriptions.
struct PublishedCase: Sendable, CustomTestStringConvertible {
  /// Where a number stands in the JSON report at today's demand.
  enum Place: Sendable {
    case element(String, String)
    case journey(String)
    case limit(String, String)
    case retry(String, String)
  }

  let name: String
  let source: String
  let journey: String
  let components: String
  let expected: [(place: Place, value: Double, tolerance: Double)]

  var testDescription: String { "\(name) (\(source))" }

  var description: String {
    "journeys:\n  j: { \(journey) }\ncomponents:\n" + components
  }

  /// One station: rate, time of work, servers, and what is published about it.
  static func station(
    _ name: String, _ source: String, rate: String, takes: String, servers: Int,
    more: String = "", expecting expected: [(String, Double, Double)]
  ) -> PublishedCase {
    PublishedCase(
      name: name, source: source, journey: "calls: a, rate: \(rate)",
      components:
        "  a: { kind: service, replicas: \(servers), concurrency: 1, takes: \(takes)\(more) }",
      expected: expected.map { (.element("a", $0.0), $0.1, $0.2) })
  }

  static let hour = 3600.0
  static let year = 31_557_600.0
  /// What a case that is exact has to keep to.
  static let exact = 1e-6

  static let all = stations + bounded + networks + closed + retries + others

  static let stations: [PublishedCase] = [
    station(
      "problem 23.3", "R. Bronson, Operations Research, Schaum 1982", rate: "24/h", takes: "2min",
      servers: 1, expecting: [("mean_s", hour / 6, exact), ("utilisation", 0.8, exact)]),
    station(
      "problem 23.16", "Bronson 1982", rate: "1/min", takes: "45s", servers: 1,
      expecting: [
        ("wait_mean_s", 135, exact), ("mean_s", 180, exact), ("queue_length", 2.25, exact),
      ]),
    station(
      "problem 24.6", "Bronson 1982", rate: "300/year", takes: "0.00547945205479452 years",
      servers: 3,
      expecting: [("queue_length", 0.352, 2e-3), ("wait_mean_s", 0.001175 * year, 1e-3)]),
    station(
      "example 4.1", "D. Gross and C. M. Harris, by PDQ", rate: "40/h", takes: "4min", servers: 4,
      expecting: [("wait_mean_s", 1.14 * 60, 5e-3)]),
    station(
      "grocery", "N. J. Gunther, Perl::PDQ, 8.5.2", rate: "75/s", takes: "10ms", servers: 1,
      expecting: [("mean_s", 0.04, exact)]),
    station(
      "spam farm", "Gunther, 1.6, by PDQ 7.0", rate: "0.66/s", takes: "6s", servers: 4,
      expecting: [("mean_s", 152.685776, exact), ("utilisation", 0.99, exact)]),
    station(
      "percentiles at 80 %", "LINE 3.0.8, getPerctRespT", rate: "0.8/s", takes: "1s", servers: 1,
      expecting: [
        ("p50_s", 3.465735903, exact), ("p95_s", 14.97866137, exact), ("p99_s", 23.02585093, exact),
      ]
    ),
    station(
      "County Hospital", "F. S. Hillier and G. J. Lieberman, 8th ed., ch. 17", rate: "2/h",
      takes: "20min", servers: 2,
      expecting: [("mean_s", 0.375 * hour, exact), ("wait_mean_s", hour / 24, exact)]),
    station(
      "problem 2.6.1", "W. D. Kelton et al., Simio and Simulation", rate: "0.8/s", takes: "1s",
      servers: 1, expecting: [("wait_mean_s", 4, exact), ("queue_length", 3.2, exact)]),
    station(
      "problem 2.6.2, uniform", "Kelton et al.", rate: "0.8/s", takes: "1s", servers: 1,
      more: ", variability: 0.27", expecting: [("wait_mean_s", 2.54, exact)]),
    station(
      "problem 2.6.3, triangular", "Kelton et al.", rate: "0.8/s", takes: "1s", servers: 1,
      more: ", variability: 0.135",
      expecting: [("wait_mean_s", 2.27, exact), ("mean_s", 3.27, exact)]),
    // C = 0.3812 gives Lq = C a / (c - a).
    station(
      "Erlang C (12345, 12421)", "tests of the Python package erlang", rate: "12345/s",
      takes: "1s", servers: 12421, expecting: [("queue_length", 0.3812 * 12345 / 76, 2e-4)]),
    station(
      "M/M/5", "octave-queueing, R queueing, PDQ and LINE agree", rate: "4/s", takes: "1s",
      servers: 5, expecting: [("mean_s", 1.554113, exact), ("p99_s", 6.080, 1e-3)]),
    station(
      "300 threads", "N. J. Gunther and M. Chawla, arXiv:1811.12341", rate: "1/s", takes: "444ms",
      servers: 300, expecting: [("utilisation", 1 / 675.6757, exact)]),
  ]

  static let bounded: [PublishedCase] = [
    station(
      "M/M/2/5", "octave-queueing 1.2.7, tests of qsmmmk", rate: "3/s", takes: "500ms", servers: 2,
      more: ", queue: 3", expecting: [("loss", 0.085113, 1e-4), ("wait_mean_s", 0.230857, 1e-4)]),
    station(
      "M/M/3/7", "octave-queueing, qsmmmk", rate: "40/s", takes: "33.3333333333ms", servers: 3,
      more: ", queue: 4", expecting: [("mean_s", 0.036517, 1e-4), ("loss", 0.003931, 1e-3)]),
    station(
      "M/M/4/6", "octave-queueing, qsmmmk", rate: "50/s", takes: "100ms", servers: 4,
      more: ", queue: 2", expecting: [("loss", 0.293543, 1e-5)]),
    station(
      "example 10.11", "S. Rios Insua et al. 2004, by R queueing 0.2.12", rate: "8/s",
      takes: "250ms", servers: 5, more: ", queue: 7",
      expecting: [
        ("loss", 5.869125e-05, 1e-5), ("mean_s", 0.2549332, 1e-5),
        ("wait_mean_s", 0.00493322, 1e-5),
      ]),
    station(
      "example 10.12", "Rios Insua et al. 2004, by R queueing 0.2.12", rate: "3/s", takes: "4s",
      servers: 15, more: ", queue: none", expecting: [("loss", 0.08572925, exact)]),
  ]

  static let networks: [PublishedCase] = [
    PublishedCase(
      name: "example 34.1", source: "R. Jain, The Art of Computer Systems Performance Analysis",
      journey: "calls: cpu, rate: 3/s",
      components: """
          cpu: { kind: gateway, calls: [{ to: c, per-request: 16 }, { to: a, per-request: 7 }, { to: b, per-request: 8 }] }
          c: { kind: service, replicas: 1, concurrency: 1, takes: 10ms }
          a: { kind: service, replicas: 1, concurrency: 1, takes: 20ms }
          b: { kind: service, replicas: 1, concurrency: 1, takes: 30ms }
        """,
      expected: [
        (.element("c", "utilisation"), 0.48, exact), (.element("a", "utilisation"), 0.42, exact),
        (.element("b", "utilisation"), 0.72, exact), (.limit("b", "headroom"), 1.3888889, exact),
        (.element("c", "mean_s"), 0.0192, 3e-3), (.element("a", "mean_s"), 0.0345, 2e-3),
        (.element("b", "mean_s"), 0.107, 2e-3),
      ]),
    PublishedCase(
      name: "p. 113", source: "E. D. Lazowska et al., Quantitative System Performance",
      journey: "calls: entry, rate: 0.3/s",
      components: """
          entry: { kind: gateway, calls: [{ to: a, per-request: 121 }, { to: b, per-request: 70 }] }
          a: { kind: service, replicas: 1, concurrency: 1, takes: 5ms }
          b: { kind: service, replicas: 1, concurrency: 1, takes: 30ms }
        """,
      expected: [
        (.element("a", "utilisation"), 0.182, 5e-3),
        (.element("a", "arrival_rate_per_s"), 36.3, exact),
        (.element("a", "mean_s"), 0.222 / 36.3, 5e-3),
      ]),
    PublishedCase(
      name: "example 7.4", source: "G. Bolch et al., Queueing Networks and Markov Chains, p. 287",
      journey: "calls: d, rate: 4/s",
      components: """
          d: { kind: service, replicas: 1, concurrency: 1, takes: 50ms, publishes: to-a }
          to-a: { kind: queue }
          to-b: { kind: queue }
          to-c: { kind: queue }
          a:
            kind: worker
            replicas: 1
            concurrency: 1
            takes: 40ms
            consumes: to-a
            publishes: [{ to: to-b, per-request: 0.5 }, { to: to-c, per-request: 0.5 }]
          b: { kind: worker, replicas: 1, concurrency: 1, takes: 30ms, consumes: to-b, publishes: to-a }
          c:
            kind: worker
            replicas: 1
            concurrency: 1
            takes: 60ms
            consumes: to-c
            publishes: { to: to-a, per-request: 0.6 }
        """,
      expected: [
        (.element("a", "arrival_rate_per_s"), 20, exact),
        (.element("b", "arrival_rate_per_s"), 10, exact),
        (.element("a", "utilisation"), 0.8, exact), (.element("b", "utilisation"), 0.3, exact),
        (.element("c", "utilisation"), 0.6, exact), (.element("d", "utilisation"), 0.2, exact),
        (.element("a", "mean_s"), 0.2, exact), (.element("b", "mean_s"), 0.043, 4e-3),
        (.element("c", "mean_s"), 0.15, exact), (.element("d", "mean_s"), 0.0625, exact),
      ]),
    PublishedCase(
      name: "92-open, four calls in turn", source: "LQNS V5 regression tests",
      journey: "calls: [a, b, c, d], rate: 0.01/s",
      components: """
          a: { kind: service, replicas: 1, concurrency: 1, takes: 10.52s }
          b: { kind: service, replicas: 1, concurrency: 1, takes: 10.73s }
          c: { kind: service, replicas: 1, concurrency: 1, takes: 7.55s }
          d: { kind: service, replicas: 1, concurrency: 1, takes: 17.12s }
        """,
      expected: [
        (.element("a", "wait_mean_s"), 1.23682, 1e-5),
        (.element("d", "wait_mean_s"), 3.53637, 1e-5),
        (.element("d", "utilisation"), 0.1712, exact), (.journey("mean_s"), 52.5995, 1e-5),
      ]),
    PublishedCase(
      name: "ten threads held by a call", source: "exact Markov chain, checked by simulation",
      journey: "calls: a, rate: 50/s",
      components: """
          a: { kind: service, replicas: 1, concurrency: 10, takes: 50ms, calls: b }
          b: { kind: service, replicas: 6, concurrency: 1, takes: 100ms }
        """,
      expected: [
        (.limit("a", "capacity_per_s"), 57.624, 1e-4),
        (.element("a", "mean_s"), 0.22751, 5e-3),
      ]),
    PublishedCase(
      name: "threads held by a call", source: "exact Markov chain, checked by simulation",
      journey: "calls: a, rate: 12/s",
      components: """
          a: { kind: service, replicas: 1, concurrency: 2, takes: 50ms, calls: b }
          b: { kind: service, replicas: 10, concurrency: 1, takes: 100ms }
        """,
      expected: [
        (.limit("a", "capacity_per_s"), 13.3333, 1e-5),
        (.limit("a", "capacity_with_waits_per_s"), 13.3333, 1e-5),
        (.element("a", "mean_s"), 0.64859, 5e-3),
      ]),
  ]

  static let others: [PublishedCase] =
    zip([18, 36, 72, 108, 144, 216], [1078, 1541, 1850, 1879, 1822, 1646.0]).map {
      PublishedCase(
        name: "SPEC SDM91 with \($0) processors", source: "R package usl 3.0.3, predict",
        journey: "calls: a, rate: 1/s",
        components: """
            a:
              kind: service
              replicas: \($0)
              concurrency: 1
              takes: 11.1117050ms
              scaling: { contention: 2.772844998928998%, coherence: 0.010436548655297793% }
          """, expected: [(.limit("a", "capacity_per_s"), $1, 6e-4)])
    } + [
      PublishedCase(
        name: "three parts", source: "AWS Well-Architected, Reliability Pillar",
        journey: "calls: a, rate: 1/s",
        components: """
            a: { kind: service, availability: 99.99%, calls: [b, c] }
            b: { kind: service, availability: 99.99% }
            c: { kind: external, availability: 99.99% }
          """, expected: [(.journey("availability"), 0.9997, exact)]),
      PublishedCase(
        name: "time to overflow", source: "first passage of a birth-death chain",
        journey: "calls: a, rate: 12/s",
        components: """
            a: { kind: service, publishes: q }
            q: { kind: queue, max-length: 1000 }
            w: { kind: worker, replicas: 1, concurrency: 1, takes: 100ms, consumes: q }
          """, expected: [(.element("q", "overflow_s"), 497.5, exact)]),
    ]
}
