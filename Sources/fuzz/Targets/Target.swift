/// A part of the program that inputs are tried on.
enum Target: String, CaseIterable {
  // The readers.
  case description, decisions, baseline, page, products, runs, change
  // What is made of a description that was read.
  case check, grow, simulate, report, diff, query
  case examples, screen, process

  /// Those that a word on the command line asks for.
  static func named(_ word: String) -> [Target] {
    switch word {
    case "readers": [.description, .decisions, .baseline, .page, .products, .runs, .change]
    case "rules-test": [.examples]
    default: Target(rawValue: word).map { [$0] } ?? []
    }
  }

  /// How the file of an input ends.
  var suffix: String {
    switch self {
    case .page, .examples: "md"
    case .baseline: "json"
    case .runs: "tsv"
    case .decisions, .products: "yaml"
    case .change, .diff, .query, .process: "parts"
    default: "tenfold.yaml"
    }
  }

  /// Seconds that all its threads may work on one input; a document simulates on all cores.
  var patience: Double { self == .report ? 40 : 10 }

  /// How its time compares with that of the others.
  var share: Double {
    switch self {
    case .check, .grow, .simulate: 3
    case .description, .report, .diff, .query, .process: 1.5
    default: 1
    }
  }
}
