import Architecture
import CYaml
import Description
import Facts
import Findings
import Glibc
import Growth
import Review
import Rules
import SourceText
import YAML

/// Measures how the stages of a check grow with the size of the description.
///
/// Run with `swift run -c release benchmark [COMPONENTS...]`. Times are seconds of wall clock and
/// depend on the machine; below them stand multiples of what libyaml alone needs for the events of
/// the same text. Rules run one after the other here, and on two threads in the whole.
@main
struct Benchmark {
  static func main() throws {
    let sizes = CommandLine.arguments.dropFirst().compactMap { Int($0) }
    let titles = [
      "components", "MB", "events", "read", "derive", "tables", "rules", "whole", "what-if",
    ]
    print(row(titles), "  peak MB")
    for size in sizes.isEmpty ? [1_000, 10_000, 100_000] : Array(sizes) { try measure(size) }
  }

  private static func measure(_ size: Int) throws {
    let bytes = Array(Workload.description(components: size).utf8)
    let files = FileAccess.memory(["workload": bytes])
    let rules = RuleSet.builtIn
    let (events, _) = Clock.timed { countEvents(bytes) }
    let (whole, review) = Clock.timed {
      Review.make(path: "workload", files: files, rules: rules)
    }
    let peak = peakMegabytes()

    let (read, reading) = Clock.timed {
      DescriptionReader.read(path: "workload", files: files, catalogue: rules.catalogue)
    }
    guard let architecture = reading.architecture else { return }
    let (derive, base) = try Clock.timed {
      try Review.factBase(
        architecture, reading.sources, rules.catalogue, scenarios: reading.overlays)
    }
    let tables = try FactSchema.tables.filter { isRead($0, by: rules) }.map { table in
      let fill = { try base.query("SELECT count(*) FROM \(table.name)") { _ in } }
      return (name: table.name, seconds: try Clock.timed(fill).seconds)
    }
    let queries = try rules.rules.map { rule in
      (name: rule.id, seconds: try Clock.timed { try run(rule, base, reading.sources) }.seconds)
    }
    let times = [events, read, derive, sum(tables), sum(queries), whole, whatIf(architecture)]
    print(row(["\(size)", digits(Double(bytes.count) / 1e6)] + times.map(digits)), "  \(peak)")
    print(row(["", ""] + times.map { digits($0 / events) + "x" }))
    for part in [tables, queries] {
      for (name, seconds) in part.sorted(by: { $0.seconds > $1.seconds }).prefix(12) {
        print("    \(digits(seconds / events))x  \(name)")
      }
    }
    ScreenTimes.print(of: review)
  }

  private static func sum(_ parts: [(name: String, seconds: Double)]) -> Double {
    parts.reduce(0) { $0 + $1.seconds }
  }

  /// What one changed number costs until headroom, rates and dates of all limits are there anew.
  ///
  /// The longest of a time, a number of replicas, and a peak; no query is run again.
  private static func whatIf(_ architecture: Architecture) -> Double {
    let model = GrowthModel(architecture)
    let middle = ElementID.component(architecture.components.count / 2)
    let changes: [(Property, Value, ElementID)] = [
      (.takes, .number(0.02), middle), (.replicas, .range(3, 30), middle),
      (.peak, .number(500), .journey(0)),
    ]
    return changes.map { property, value, element in
      Clock.timed {
        let changed = model.setting(property, Fact(value, .declared), of: element)
        return (changed.headroom, changed.facts, changed.dueLimits())
      }.seconds
    }.max() ?? 0
  }

  private static func run(_ rule: Rule, _ base: FactBase, _ sources: SourceSet) throws {
    _ = try PreparedRule(rule, in: base.database).run(over: base, sources)
  }

  /// Whether a query names a table; others are never filled.
  private static func isRead(_ table: FactTable, by rules: RuleSet) -> Bool {
    rules.rules.contains { rule in
      ["FROM", "JOIN"].contains { rule.find.contains("\($0) \(table.name) ") }
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

  /// Texts in columns, each to the right.
  private static func row(_ texts: [String]) -> String {
    texts.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
  }
}
