import Architecture
import SourceText
import YAML

/// What wrk (or wrk2) prints, of one run or of several one after another: one load for each run.
///
/// Source: wrk's README and its `stats.c`, `units.c` (us, ms, s, m, h; counts with k, M, G).
enum WrkOutput: LoadTestReport {
  private static let rate = "Requests/sec:"

  static func recognises(_ text: SourceText) -> Bool {
    String(decoding: text.bytes, as: UTF8.self).contains(rate)
  }

  static func read(_ result: LoadTestResult) -> [Measurement] {
    var measurements: [Measurement] = []
    var run = Run()
    for line in String(decoding: result.text.bytes, as: UTF8.self).split(separator: "\n") {
      let words = line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.map(String.init)
      guard run.add(words) else { continue }
      result.check(failed: run.failed, of: run.requests)
      if let load = run.load, load > 0, let mean = run.mean, mean > 0 {
        measurements.append(Measurement(load: load, mean: mean, p99: run.p99))
      }
      run = Run()
    }
    if measurements.isEmpty {
      result.complain(
        "no-run", "has no run of wrk with its mean latency and its requests per second",
        "keep the whole output, with `--latency` for p99")
    }
    return measurements
  }

  private struct Run {
    var load: Double?
    var mean: Double?
    var p99: Double?
    var requests = 0.0
    var failed = 0.0

    /// Takes what a line says; true where it is the last of a run that counts.
    mutating func add(_ words: [String]) -> Bool {
      guard let first = words.first else { return false }
      let last = words.last ?? first
      switch first {
      // The first line of the latencies is the one with mean, deviation, most.
      case "Latency" where words.count >= 4 && mean == nil: mean = WrkOutput.seconds(words[1])
      case "99%", "99.000%": p99 = WrkOutput.seconds(last)
      case "Socket", "Non-2xx": failed += WrkOutput.numbers(words)
      case WrkOutput.rate:
        load = Double(last).flatMap { $0.isFinite ? $0 : nil }
        return true
      default:
        if words.count > 3, words[1] == "requests", words[2] == "in" {
          requests = Double(first) ?? 0
        }
      }
      return false
    }
  }

  private static func numbers(_ words: [String]) -> Double {
    words.reduce(0) { $0 + (Double($1.filter { $0 != "," }) ?? 0) }
  }

  private static func seconds(_ word: String) -> Double? {
    let units = [("us", 1e-6), ("ms", 1e-3), ("s", 1), ("m", 60), ("h", 3600)]
    guard let unit = units.first(where: { word.hasSuffix($0.0) }),
      let number = Double(word.dropLast(unit.0.count)), number.isFinite
    else { return nil }
    return number * unit.1
  }
}
