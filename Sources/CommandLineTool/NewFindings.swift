import Review

/// What is new or worse in all descriptions together: in those of the run where the command line
/// limits it, else in those of each project that does.
struct NewFindings {
  private let run: Gates
  private var counts: [String: (gates: Gates, count: Int)] = [:]

  init(_ run: Gates) { self.run = run }

  /// Counts what is new or worse in a description of a project.
  mutating func add(_ count: Int, of project: Gates) {
    let key = run.maxNew == nil ? project.file ?? "" : ""
    counts[key, default: (run.over(project), 0)].count += count
  }

  /// The limits that are passed, each in a sentence.
  var failures: [String] {
    counts.sorted { $0.key < $1.key }.compactMap { $0.value.gates.newFailure($0.value.count) }
  }
}
