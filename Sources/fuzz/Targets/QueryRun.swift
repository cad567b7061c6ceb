import Architecture
import Description
import Facts
import Glibc
import Review
import SourceText

/// Runs a query within the limits that the program sets.
enum QueryRun {
  /// The rows of a query, or why there are none.
  static func outputs(of input: [UInt8]) -> [Output] {
    let parts = Parts.split(input, into: 2)
    let sql = String(decoding: parts[0], as: UTF8.self)
    let reading = DescriptionReader.read(
      path: Target.path, files: .memory([Target.path: parts[1]]),
      catalogue: RuleSet.builtInCatalogue)
    guard let architecture = reading.architecture else { return [] }
    return [Output(name: "rows", text: rows(sql, architecture, reading))]
  }

  private static func rows(
    _ sql: String, _ architecture: Architecture, _ reading: ReadResult
  ) -> String {
    do throws(QueryFailure) {
      let base = try Review.factBase(
        architecture, reading.sources, RuleSet.builtInCatalogue, scenarios: reading.overlays)
      base.database.timeLimit = TimeLimit(seconds: 3, clock: threadSeconds)
      let query = try base.database.prepare(sql)
      var text = query.columnNames.map(\.printable).joined(separator: " ") + "\n"
      var count = 0
      try base.run(query) { (row) throws(QueryFailure) in
        count += 1
        guard count <= 10_000, text.utf8.count < 10_000_000 else {
          throw QueryFailure(message: "the query returns too much")
        }
        text += row.values.map(\.words.printable).joined(separator: " ") + "\n"
      }
      return text
    } catch {
      // How far a query came depends on the machine when time stopped it.
      return error.sentence.printable + "\n"
    }
  }

  @Sendable private static func threadSeconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
