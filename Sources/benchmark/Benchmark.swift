import CYaml
import Description
import Facts
import Glibc
import Review
import Rules
import SourceText

/// Measures how the stages of a check grow with the size of the description.
///
/// Run with `swift run -c release benchmark [COMPONENTS...]`. Times are seconds of wall clock and
/// depend on the machine; the ratios within one run are what to compare.
@main
struct Benchmark {
  static func main() throws {
    FactBase.trustQueries()
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    print("components     MB  events   read  facts  rules   total  total/events  peak MB")
    for size in sizes.isEmpty ? [1_000, 10_000, 100_000] : Array(sizes) { try measure(size) }
  }

  private static func measure(_ size: Int) throws {
    let bytes = Array(Workload.description(components: size).utf8)
    let events = seconds { countEvents(bytes) }
    let files = FileAccess.memory(["workload": bytes])
    let rules = RuleSet.builtIn

    var reading = Reading()
    let read = seconds {
      reading = Reading.read(path: "workload", files: files, catalogue: rules.catalogue)
    }
    guard let architecture = reading.architecture else { return }
    let start = now()
    let base = try Review.factBase(architecture, reading.sources, rules.catalogue)
    for table in FactSchema.tables.prefix(5) {
      try base.query("SELECT count(*) FROM \(table.name)") { _ in }
    }
    let facts = now() - start
    var slowest: [(rule: String, seconds: Double)] = []
    for rule in rules.rules {
      let start = now()
      _ = try rule.run(base, reading.sources)
      slowest.append((rule.id, now() - start))
    }
    let total = seconds { _ = Review.make(path: "workload", files: files, rules: rules) }
    let ruleTime = slowest.reduce(0) { $0 + $1.seconds }
    print(
      [
        column("\(size)", 10), column(digits(Double(bytes.count) / 1e6), 7),
        column(digits(events), 8),
        column(digits(read), 7), column(digits(facts), 7), column(digits(ruleTime), 7),
        column(digits(total), 8), column(digits(total / events), 14),
        column("\(peakMegabytes())", 9),
      ].joined())
    for (rule, seconds) in slowest.sorted(by: { $0.seconds > $1.seconds }).prefix(12) {
      print("    \(digits(seconds)) s  \(rule)")
    }
  }

  /// What libyaml alone needs for the same text.
  private static func countEvents(_ bytes: [UInt8]) {
    var parser = yaml_parser_t()
    yaml_parser_initialize(&parser)
    defer { yaml_parser_delete(&parser) }
    bytes.withUnsafeBufferPointer { bytes in
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)
      while true {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else { return }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_STREAM_END_EVENT { return }
      }
    }
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  private static func seconds(_ body: () -> Void) -> Double {
    let start = now()
    body()
    return now() - start
  }

  /// The process' high-water mark so far.
  private static func peakMegabytes() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss / 1024
  }

  private static func digits(_ value: Double) -> String {
    let rounded = (value * 1000).rounded() / 1000
    return "\(rounded)"
  }

  private static func column(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.count)) + text
  }
}
