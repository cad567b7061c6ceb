import Architecture
import TestSupport
import Testing

/// Laws fitted to measurements: known ones are found again, and what is none is told and left out.
@Suite struct CalibrationTests {
  /// Mean times by the law at loads below its peak, off by up to a share.
  private func measurements(
    _ service: Double, _ contention: Double, _ coherence: Double, off: Double = 0
  ) -> [Measurement] {
    let signs: [Double] = [1, -1, 0.5, -0.5, 1, -1, 0.3, -0.3]
    let counts: [Double] = [1, 2, 4, 8, 12, 16, 24, 32]
    return zip(signs, counts).map { sign, inFlight -> Measurement in
      let agreement: Double = coherence * inFlight * (inFlight - 1)
      let factor: Double = 1 + contention * (inFlight - 1) + agreement
      let mean = service * factor
      return Measurement(load: inFlight / mean, mean: mean * (1 + off * sign))
    }
  }

  @Test(arguments: [
    (0.02, 0.0, 0.0), (0.02, 0.03, 0), (0.5, 0.1, 0.002), (1e-4, 0.05, 0.001), (3, 0, 0.01),
    (0.01, 0.4, 0.0005),
  ])
  func `known parameters are found again`(
    _ service: Double, _ contention: Double, _ coherence: Double
  ) throws {
    let fitted = try Calibration.fit(measurements(service, contention, coherence)).get()
    #expect(abs(fitted.service / service - 1) < 0.001)
    #expect(abs(fitted.contention - contention) < 0.001 * max(contention, 0.01))
    #expect(abs(fitted.coherence - coherence) < 0.001 * max(coherence, 0.001))
    #expect(fitted.rootMeanSquare < 1e-6)
  }

  @Test func `noise of a hundredth moves them by a twentieth at most`() throws {
    let fitted = try Calibration.fit(measurements(0.02, 0.1, 0.004, off: 0.01)).get()
    #expect(abs(fitted.service / 0.02 - 1) < 0.05)
    let most = 0.02
    #expect(abs(fitted.contention - 0.1) < most && abs(fitted.coherence / 0.004 - 1) < 0.25)
    #expect(fitted.rootMeanSquare < 0.02)
    let exact = try Calibration.fit(measurements(0.02, 0.1, 0.004)).get()
    #expect(abs(fitted.most / exact.most - 1) < 0.05)
  }

  @Test func `what is no law is not fitted`() {
    func failure(_ pairs: [(Double, Double)]) -> Calibration.Failure? {
      let result = Calibration.fit(pairs.map { Measurement(load: $0.0, mean: $0.1) })
      if case .failure(let failure) = result { return failure }
      return nil
    }
    #expect(failure([]) == .tooFew(0))
    #expect(failure([(100, 0.02)]) == .tooFew(1))
    #expect(failure([(100, 0.02), (100, 0.03), (100, 0.04)]) == .tooFew(1))
    #expect(failure([(1, 0.03), (10, 0.02), (100, 0.01)]) == .falling)
    #expect(failure([(.nan, 0.03), (10, .nan), (.infinity, 0.01), (5, -1)]) == .tooFew(0))
    #expect(failure([(1, 0.01), (2, 1), (3, 0.01), (4, 1), (5, 0.01)]) != nil)
    #expect(failure([(1e300, 1e300), (1, 1), (2, 1), (3, 1e-300)]) != nil)
  }

  private let description = """
    journeys: { j: { from: user, calls: api, rate: 100/s } }
    components:
      user: { kind: client }
      api:
        kind: service
        replicas: 1
        concurrency: 64
        measured:
          - { load: 40/s, mean: 25ms }
          - { load: 200/s, mean: 35ms }
          - { load: 280/s, mean: 53ms, used: 80% }
          - { load: 300/s, mean: 75ms }

    """

  @Test func `grow shows the fit and takes its service time`() throws {
    let report = try grow(description)
    let fit = try #require((report["calibrations"] as? [[String: Any]])?.first)
    let service = try #require(fit["service_s"] as? Double)
    #expect(service > 0.02 && service < 0.03)
    #expect(fit["taken"] as? Bool == true)
    #expect((fit["points"] as? [[String: Any]])?.count == 4)
    let headroom = try #require(report["headroom"] as? [String: Any])
    #expect(headroom["element"] as? String == "api")
    #expect(headroom["limit"] as? String == "measured use")
    let multiple = try #require(headroom["multiple"] as? Double)
    let most = try #require(fit["most_per_s"] as? Double)
    #expect(abs(multiple - most / 100) < 0.01 && multiple > 2.9 && multiple < 3.1)
    let text = growText(description, .text)
    #expect(text.contains("Measured (USL fit)") && text.contains("its service time is taken"))
  }

  @Test func `what contradicts the declared is named with both places`() throws {
    let declared = description.replacing("concurrency: 64", with: "concurrency: 64\n    takes: 5ms")
    let problem = try #require(reading(declared).problems.first { $0.code == "measured-otherwise" })
    #expect(problem.message.contains("5 ms (test.tenfold.yaml:8)") && problem.place != nil)
    let fit = try #require((try grow(declared)["calibrations"] as? [[String: Any]])?.first)
    #expect(fit["taken"] as? Bool == false)
  }

  @Test func `more requests in flight than are worked on are named`() throws {
    let two = "components: { api: { kind: service, replicas: 2, concurrency: 4, measured: LIST } }"
    let crowded = reading(two.replacing("LIST", with: "[{ load: 280/s, mean: 50ms }]"))
    let problem = crowded.problems.first { $0.code == "measured-beyond-servers" }
    #expect(problem?.message.contains("280/s x 50 ms = 14 requests in flight") == true)
    let fits = reading(two.replacing("LIST", with: "[{ load: 280/s, mean: 25ms }]"))
    #expect(!fits.problems.contains { $0.code == "measured-beyond-servers" })
  }

  @Test func `p99 and use are held against the model, by hand of one server`() throws {
    // One server, 10 ms: at 50/s half of it is in use, the mean is 20 ms and p99 -20 ms ln 0.01.
    let one = """
      journeys: { j: { from: user, calls: a, rate: 25/s } }
      components:
        user: { kind: client }
        a:
          kind: service
          replicas: 1
          concurrency: 1
          takes: 10ms
          variability: 1
          measured:
            - { load: 50/s, p99: 95ms, used: 48% }
            - { load: 80/s, p99: 900ms, used: 30% }

      """
    let points = try #require(try grow(one)["measured"] as? [[String: Any]])
    #expect(points.count == 2)
    let p99 = points.compactMap { $0["model_p99_s"] as? Double }
    let used = points.compactMap { $0["model_used"] as? Double }
    #expect(abs(p99[0] - 0.0921) < 1e-4 && abs(p99[1] - 0.2303) < 1e-4)
    #expect(abs(used[0] - 0.5) < 1e-9 && abs(used[1] - 0.8) < 1e-9)
    let text = growText(one, .text).split(separator: "\n").joined(separator: " ")
    #expect(!text.contains("a at 50/s:"))
    #expect(text.contains("a at 80/s: p99 is 900ms as measured, and 230ms by what is declared."))
    #expect(text.contains("a at 80/s: 30 % are in use as measured, and 80 % by what is"))
  }

  @Test func `a table beside the description says the same`() throws {
    let named = """
      components:
        api: { kind: service, measured: { file: load.csv } }

      """
    let table = """
      time, load, mean ,p99
      1,40/s,25ms,
      2,200/s,35ms,80ms

      3,"280/s",53ms,
      4,300/s,75ms,200ms

      """
    let read = reading(named, others: ["load.csv": table])
    #expect(read.problems.isEmpty)
    let measured = try #require(read.architecture?.components.first?.measured)
    #expect(measured.all.map(\.load) == [40, 200, 280, 300])
    #expect(measured.all.map(\.p99) == [nil, 0.08, nil, 0.2])
    #expect(read.architecture?.components.first?.facts[.takes]?.origin == .derived)
  }

  @Test(arguments: [
    ("load,mean\n40/s,nan\n50/s,20", "wrong-value"), ("", "empty-table"),
    ("mean\n20ms", "unrecognised-file"),
    ("load,mean\n40/s,20ms", "unfit-measurements"),
    ("load,mean\n1/s,9ms\n2/s,5ms\n3/s,2ms", "unfit-measurements"),
  ])
  func `a table that is none is told and left out`(_ table: String, _ code: String) {
    let named = "components: { api: { kind: service, measured: { file: load.csv } } }"
    let read = reading(named, others: ["load.csv": table])
    #expect(read.problems.contains { $0.code == code })
    #expect(read.architecture?.components.first?.facts[.takes] == nil)
  }

  @Test(arguments: ["../load.csv", "no.csv"])
  func `a table outside the root or missing is told`(_ path: String) {
    let named = "components: { api: { kind: service, measured: { file: \(path) } } }"
    #expect(
      reading(named).problems.map(\.code).contains {
        $0.hasPrefix("file") || $0.hasPrefix("include")
      })
  }
}
