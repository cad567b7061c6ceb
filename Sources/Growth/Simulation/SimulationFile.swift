/// Runs as text, so that they can be made on many machines and merged on one: lines of fields that
/// tabs part, each led by what it is.
package enum SimulationFile {
  private static let header = "tenfold-simulation\t1"

  /// Why a file cannot be merged.
  package struct Malformed: Error {
    /// Counted from 1.
    package let line: Int
    /// What is wrong with it.
    package let text: String

    /// A line and what is wrong with it.
    package init(line: Int, text: String) {
      self.line = line
      self.text = text
    }
  }

  /// Whether a text begins as runs do.
  package static func isBegun(by text: String) -> Bool { text.hasPrefix(header) }

  /// The results of one or more multiples as text.
  package static func text(_ results: [SimulationResult]) -> String {
    var lines = [header]
    for result in results {
      lines.append("network\t\(result.multiple)\t\(result.fingerprint)")
      for run in result.runs {
        lines.append(
          "run\t\(run.seed)\t\(run.number)\t\(run.batchSeconds)\t\(run.events)\t"
            + (run.isOverrun ? "overrun" : "whole"))
        for batch in run.batches {
          lines.append("batch")
          for (station, own) in batch.enumerated() where own != StationBatch() {
            lines.append("station\t\(station)\t" + own.fields.joined(separator: "\t"))
          }
        }
        for (station, histogram) in run.histograms.enumerated() where histogram.total > 0 {
          let bins = histogram.counts.enumerated().filter { $0.element > 0 }
          lines.append(
            "times\t\(station)\t" + bins.map { "\($0.offset):\($0.element)" }.joined(separator: " ")
          )
        }
        for (station, left) in run.left.enumerated() where left > 0 {
          lines.append("left\t\(station)\t\(left)")
        }
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// The results in a text, whose stations are those of the networks.
  package static func results(
    in text: String, of networks: [SimulatedNetwork]
  ) throws(Malformed) -> [SimulationResult] {
    var reader = Reader(networks: networks)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.first.map(String.init) == header else {
      throw Malformed(line: 1, text: "this is no file of `grow --simulate --output`")
    }
    for (index, line) in lines.enumerated().dropFirst() where !line.isEmpty {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      if let problem = reader.take(fields) { throw Malformed(line: index + 1, text: problem) }
    }
    return reader.finish()
  }

  private struct Reader {
    let networks: [SimulatedNetwork]
    var results: [SimulationResult] = []
    var network: SimulatedNetwork?
    var runs: [SimulationResult.Run] = []

    /// What is wrong with a line; nil when it was taken.
    mutating func take(_ fields: [String]) -> String? {
      switch (fields[0], fields.count) {
      case ("network", 3):
        guard let network = networks.first(where: { $0.fingerprint == fields[2] }) else {
          return "it is of another description, or of a multiple that is not looked at"
        }
        close()
        self.network = network
      case ("run", 6): return addRun(fields)
      case ("batch", 1):
        guard let network, !runs.isEmpty else { return "a batch belongs into a run" }
        guard runs[runs.count - 1].batches.count < SimulationPlan.batches else {
          return "a run has \(SimulationPlan.batches) batches at most"
        }
        runs[runs.count - 1].batches.append(
          Array(repeating: StationBatch(), count: network.names.count))
      case ("station", 14), ("times", 3), ("left", 3):
        guard let network, let run = runs.last, let station = Int(fields[1]),
          network.reported.contains(station), fields[0] != "station" || !run.batches.isEmpty
        else { return "there is no such station" }
        return add(fields, to: station)
      default: return "`\(fields[0].prefix(20))` is not known here"
      }
      return nil
    }

    private mutating func addRun(_ fields: [String]) -> String? {
      guard let network, let seed = UInt64(fields[1]), let number = UInt64(fields[2]),
        let seconds = Double(fields[3]), seconds.isFinite, seconds > 0,
        let events = Int(fields[4]), (0...Int(1e12)).contains(events)
      else { return "the run cannot be read" }
      guard runs.count < Budget.runs else { return "there are too many runs" }
      let count = network.names.count
      runs.append(
        SimulationResult.Run(
          seed: seed, number: number, batchSeconds: seconds, events: events,
          isOverrun: fields[5] == "overrun", batches: [],
          histograms: Array(repeating: TimeHistogram(), count: count),
          left: Array(repeating: 0, count: count)))
      return nil
    }

    private mutating func add(_ fields: [String], to station: Int) -> String? {
      let last = runs.count - 1
      switch fields[0] {
      case "station":
        guard let batch = StationBatch(Array(fields.dropFirst(2))) else {
          return "the numbers of the station cannot be read"
        }
        runs[last].batches[runs[last].batches.count - 1][station] = batch
      case "left":
        guard let left = Int(fields[2]), (0...Int(1e12)).contains(left) else {
          return "the number left cannot be read"
        }
        runs[last].left[station] = left
      default:
        for field in fields[2].split(separator: " ") {
          let parts = field.split(separator: ":").map { Int($0) }
          guard parts.count == 2, let bin = parts[0], let count = parts[1],
            (1...Int(1e12)).contains(count), (0..<TimeHistogram.bins).contains(bin)
          else { return "the counted times cannot be read" }
          runs[last].histograms[station].add(count, toBin: bin)
        }
      }
      return nil
    }

    private mutating func close() {
      guard let network else { return }
      var result = SimulationResult(of: network)
      result.add(runs)
      results.append(result)
      runs = []
    }

    mutating func finish() -> [SimulationResult] {
      close()
      return results
    }
  }
}

extension StationBatch {
  fileprivate var fields: [String] {
    ["\(arrivals)", "\(turnedAway)", "\(completed)", "\(failed)", "\(begun)"]
      + ([response, wait, busy, waiting] + percentiles).map { "\($0)" }
  }

  fileprivate init?(_ fields: [String]) {
    let counts = fields.prefix(5).compactMap { Int($0) }
    let numbers = fields.dropFirst(5).compactMap { Double($0) }
    guard counts.count == 5, numbers.count == 7, counts.allSatisfy((0...Int(1e12)).contains),
      numbers.allSatisfy({ $0 >= 0 && $0.isFinite })
    else { return nil }
    self.init()
    (arrivals, turnedAway, completed, failed, begun) = (
      counts[0], counts[1], counts[2], counts[3], counts[4]
    )
    (response, wait, busy, waiting) = (numbers[0], numbers[1], numbers[2], numbers[3])
    percentiles = Array(numbers[4...])
  }
}
