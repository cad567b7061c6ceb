import Review

/// What is new or worse in all descriptions together, for each gate that looks at that: in those of
/// the run where the command line limits it, else in those of each project that does.
struct NewFindings {
  private let run: Gates
  private let gates = Gate.all.filter(\.isOfRun)
  /// By the gate, then by the file of the project.
  private var counts: [String: [String: (gates: Gates, count: Int)]] = [:]

  init(_ run: Gates) { self.run = run }

  /// Counts what is new or worse in a description of a project.
  mutating func add(_ count: Int, of project: Gates) {
    for gate in gates {
      let file = run[gate] == nil ? project.file ?? "" : ""
      counts[gate.name, default: [:]][file, default: (run.over(project), 0)].count += count
    }
  }

  /// The limits that are passed, each in a sentence.
  var failures: [String] {
    gates.flatMap { gate in
      counts[gate.name, default: [:]].sorted { $0.key < $1.key }.flatMap {
        $0.value.gates.failures(ofNew: $0.value.count, gate)
      }
    }
  }
}
