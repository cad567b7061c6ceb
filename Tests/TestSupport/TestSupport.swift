/// What several test targets need: reviews of texts in memory, and the files of the repository.

package import Description
package import Facts
package import Foundation
package import Reports
package import Review

/// The review of a description in memory, perhaps beside other files, with the built-in rules.
package func review(
  _ description: String, path: String = "test.tenfold.yaml", others: [String: String] = [:]
) -> Review {
  var files = others.mapValues { Array($0.utf8) }
  files[path] = Array(description.utf8)
  return Review.make(path: path, files: .memory(files), rules: .builtIn)
}

/// The review of a description in memory, with what a user sets.
package func review(_ description: String, settings: ReviewSettings) -> Review {
  let path = "test.tenfold.yaml"
  return Review.make(
    path: path, files: .memory([path: Array(description.utf8)]), rules: .builtIn,
    settings: settings)
}

/// The review of any bytes.
package func review(bytes: [UInt8], path: String = "test.tenfold.yaml") -> Review {
  Review.make(path: path, files: .memory([path: bytes]), rules: .builtIn)
}

/// What reading a description in memory gives.
package func reading(_ description: String, others: [String: String] = [:]) -> ReadResult {
  var files = others.mapValues { Array($0.utf8) }
  files["test.tenfold.yaml"] = Array(description.utf8)
  return DescriptionReader.read(
    path: "test.tenfold.yaml", files: .memory(files), catalogue: RuleSet.builtIn.catalogue)
}

/// The facts about a description in memory.
package func facts(_ description: String) throws -> FactBase {
  let read = reading(description)
  struct NothingRead: Error {}
  guard let architecture = read.architecture else { throw NothingRead() }
  return try Review.factBase(
    architecture, read.sources, RuleSet.builtIn.catalogue, scenarios: read.overlays)
}

/// All values of a query.
package func rows(_ base: FactBase, _ sql: String) throws -> [[SQLValue]] {
  var rows: [[SQLValue]] = []
  try base.query(sql) { (row) throws(QueryFailure) in rows.append(row.values) }
  return rows
}

/// The repository.
package enum Repository {
  /// Its root folder.
  package static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Paths, relative to the root, of the files below a folder that end in one of some ways, sorted.
  package static func files(_ folder: String, _ suffixes: String...) -> [String] {
    let start = root.appending(path: folder)
    let all = FileManager.default.enumerator(atPath: start.path())?.compactMap { $0 as? String }
    return (all ?? []).filter { path in suffixes.contains { path.hasSuffix($0) } }
      .map { folder + "/" + $0 }.sorted()
  }

  /// The text of a file.
  package static func text(_ path: String) throws -> String {
    try String(contentsOf: root.appending(path: path), encoding: .utf8)
  }

  /// The bytes of a file.
  package static func bytes(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: root.appending(path: path)))
  }
}

extension Review {
  /// The review with what some gates say of its findings.
  package func judged(by gates: Gates = Gates()) -> Review {
    var review = self
    _ = gates.judge(&review)
    return review
  }
}

extension ReportFormat {
  /// The formats that are texts.
  package static var texts: [ReportFormat] { allCases.filter { $0 != .sqlite } }

  /// The report about some reviews as a text, with the rules that they were made by.
  package func text(
    _ reviews: [Review], by rules: RuleSet = .builtIn, isColoured: Bool = false,
    isComplete: Bool = false, isInterview: Bool = false
  ) -> String {
    let settings = ReportSettings(
      count: reviews.count, rules: rules, isColoured: isColoured, isComplete: isComplete,
      isInterview: isInterview)
    guard let report = sink(settings).stream else { return "" }
    var run = RunSummary()
    for review in reviews { run.add(review) }
    let pieces = reviews.enumerated().flatMap { review in
      let growth = report.growth.map { GrowthReview(review.element, simulation: $0) }
      let subject = ReportSubject(review.element, growth: growth, number: review.offset)
      return report.pieces(subject).map { ($0.text, $0.size(of: review.offset)) }
    }
    let head = report.head(report.startsLate ? run : RunSummary())
    let written = report.chosen(pieces.map(\.1), behind: head, run).map { pieces[$0].0 }
    return head + written.joined(separator: report.separator)
      + report.tail(run, written: written.count, left: pieces.count - written.count)
  }
}
