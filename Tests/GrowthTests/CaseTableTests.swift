import Foundation
import Testing
import TestSupport

/// The table of published systems in `Tests/Golden/queueing.md`; UPDATE_GOLDEN=1 writes it anew.
@Suite struct CaseTableTests {
  /// Four significant digits, as far as a comparison needs.
  func digits(_ number: Double) -> String {
    String(format: "%.4g", number)
  }

  @Test func `the documented table is what the program says today`() throws {
    var lines = [
      "# Published systems, described and reproduced", "",
      "Each system was written as a description and given to `tenfold grow --format json`; the tests",
      "hold every number to the tolerance that the digits of its source allow.", "",
      "| system | source | number | published | ours | difference |",
      "|---|---|---|---:|---:|---:|",
    ]
    for published in PublishedCase.all {
      let report = try grow(published.description)
      for (place, value, _) in published.expected {
        let found = try #require(number(report, place))
        let difference = value == 0 ? 0 : (found - value) / abs(value) * 100
        let name =
          switch place {
          case .element(let element, let key): "\(element) `\(key)`"
          case .limit(let element, let key), .retry(let element, let key): "\(element) `\(key)`"
          case .journey(let key): "journey `\(key)`"
          }
        let percent = abs(difference) < 0.0005 ? "0" : String(format: "%+.3f", difference)
        lines.append(
          "| \(published.name) | \(published.source) | \(name) | \(digits(value)) "
            + "| \(digits(found)) | \(percent) % |")
      }
    }
    let text = lines.map { $0 + "\n" }.joined()
    let path = "Tests/Golden/queueing.md"
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil {
      let file = Repository.root.appending(path: path)
      try text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try Repository.text(path) == text)
  }
}
