import Testing
import TestSupport

/// What a log shows last fits the exit status, and its numbers those of the report.
@Suite struct LastLineTests {
  private func run(_ arguments: String...) throws -> (status: Int32, output: String, last: String) {
    let result = try CommandLineTests().run(words: arguments)
    let last = result.errors.split(separator: "\n").last.map(String.init) ?? ""
    return (result.status, result.output, last)
  }

  @Test func `a description with errors is not passed`() throws {
    let broken = try run("check", "samples/broken/unknown-key.tenfold.yaml")
    #expect(broken.status == 2)
    #expect(broken.last.hasPrefix("tenfold: not passed: "), "\(broken.last)")
    #expect(broken.output.contains(" checks decidable in what could be read"))
  }

  @Test func `the undecided checks of the last line are those that are not decidable`() throws {
    let passed = try run("check", "samples/seed-startup.tenfold.yaml", "--fail-on", "critical")
    let sums = passed.output.split(separator: "\n").last?.split(separator: ";") ?? []
    let words = sums.first { $0.hasSuffix("checks decidable") }?.split(separator: " ") ?? []
    let (made, all) = (Int(words.first ?? ""), Int(words.dropFirst(2).first ?? ""))
    #expect(passed.status == 0)
    let open = try #require(all) - (try #require(made))
    #expect(passed.last.contains(" of \(open) undecided checks could still"), "\(passed.last)")
  }

  @Test(arguments: [
    ["--set", "components.api.replica=4"], ["--lose", "stripe"], ["--scenario", "none"],
  ])
  func `a what-if with a mistake gives no report`(_ whatIf: [String]) throws {
    let file = "samples/ticket-shop.tenfold.yaml"
    let refused = try CommandLineTests().run(words: ["grow", file] + whatIf)
    #expect(refused.status == 2 && refused.output.isEmpty, "\(refused.output)")
    #expect(refused.errors.contains("there is no "))
    #expect(refused.errors.hasSuffix("the what-if was not applied, so there is no report\n"))
  }
}
