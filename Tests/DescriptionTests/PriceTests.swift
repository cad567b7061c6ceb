import Description
import Review
import Testing
import TestSupport

/// Prices of a description, written there or in a file of the team.
@Suite struct PriceTests {
  private static let components =
    "components:\n  api: { kind: service, replicas: 2 }\n  db: { kind: database, technology: postgres }\n"

  private func read(_ prices: String, in file: String? = nil) -> ReadResult {
    let own = Self.components + (file == nil ? prices : "include: prices.yaml\n")
    let files = ["test.tenfold.yaml": Array(own.utf8), "prices.yaml": Array(prices.utf8)]
    return DescriptionReader.read(
      path: "test.tenfold.yaml", files: .memory(files), catalogue: RuleSet.builtInCatalogue)
  }

  @Test(arguments: [nil, "prices.yaml"])
  func `a price is found by the component or by its product`(_ file: String?) throws {
    let reading = read(
      "prices:\n  api: { per-replica: $0.10/h }\n  PostgreSQL: { per-replica: 40 USD/month }\n"
        + "  kafka: { per-message: 1 USD }\n", in: file)
    #expect(complaints(reading).isEmpty)
    let components = try #require(reading.architecture?.components)
    #expect(components.map { $0.prices[.perReplica]?.text } == ["73 USD", "40 USD"])
  }

  @Test func `a file of prices may serve other systems as well`() {
    let text = "prices:\n  other-api: { per-replica: 1 EUR/h }\n"
    #expect(complaints(read(text, in: "prices.yaml")).isEmpty)
    #expect(complaints(read(text)).count == 1)
  }

  @Test func `what the component's own name says counts before its product`() throws {
    let reading = read(
      "prices:\n  postgres: { per-replica: 1 EUR/h, per-gigabyte: 2 EUR/month }\n"
        + "  db: { per-replica: 3 EUR/month }\n")
    let db = try #require(reading.architecture?.components.last)
    #expect(db.prices[.perReplica]?.amount == 3)
    #expect(db.prices[.perGigabyte]?.amount == 2)
  }

  @Test(arguments: [
    Mistake(
      "prices:\n  apii: { per-replica: 1 EUR/h }",
      "5:3 unused-price: no component is called or built on `apii`; did you mean `api`?"),
    Mistake(
      "prices:\n  api: { per-replica: 1 EUR/h }\n  db: { per-request: 1 USD }",
      "6:22 mixed-currencies: a price in USD stands beside prices in EUR; write all prices in one "
        + "currency; none is converted"),
    Mistake(
      "prices:\n  api: { per-replica: 1 EUR }",
      "5:23 wrong-value: invalid value `1 EUR` for `per-replica`; write an amount with its "
        + "currency over a time, such as 0.40 EUR/h or 30 EUR/month"),
    Mistake(
      "prices:\n  api: { per-replcia: 1 EUR/h }",
      "5:10 unknown-key: price `api` has no key `per-replcia`; did you mean `per-replica`?"),
    Mistake(
      "prices: 3",
      "4:9 not-a-mapping: `prices` must be a mapping; write `key: value` lines below it"),
  ]) func `a mistake is told at its place`(_ mistake: Mistake) {
    #expect(complaints(read(mistake.text)) == [mistake.complaint])
  }
}
