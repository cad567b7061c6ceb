import Testing
import YAML

/// Amounts of money.
struct MoneyTests {
  @Test(
    arguments: [
      ("40 EUR", "40 EUR"), ("0.05USD", "0.05 USD"), ("$40", "40 USD"), ("€ 2.50", "2.5 EUR"),
      ("12 CHF", "12 CHF"), (".5 GBP", "0.5 GBP"),
    ]) func `an amount and its currency are read`(_ text: String, _ written: String)
  {
    #expect(Money(text)?.text == written)
  }

  @Test(arguments: [
    "40", "EUR", "40 eur", "40 EURO", "-3 EUR", "1e5 EUR", "1.2.3 EUR", "", "EUR 40", "40 €€",
  ])
  func `what is no amount is none`(_ text: String) { #expect(Money(text) == nil) }

  /// A month has 8,760 / 12 = 730 hours.
  @Test(
    arguments: [
      ("0.40 EUR/h", "292 EUR"), ("30 EUR/month", "30 EUR"), ("$24 / day", "730 USD"),
      ("12 CHF/year", "1 CHF"), ("0.0000004 EUR / month", "0.0000004 EUR"),
    ]) func `an amount over a time is that of a month`(_ text: String, _ month: String)
  {
    #expect(Money(perMonth: text)?.text == month)
  }

  @Test(arguments: ["40 EUR", "40 EUR/", "40/h", "40 EUR/s", "40 EUR/h/h", "/h"])
  func `what is no such amount is none`(_ text: String) { #expect(Money(perMonth: text) == nil) }

  @Test(
    arguments: [
      (27_360, "27,000 EUR"), (1_234_567, "1.2M EUR"), (0.054, "0.054 EUR"), (999, "1,000 EUR"),
      (7, "7 EUR"), (0, "0 EUR"), (3.1e10, "31bn EUR"),
    ]) func `it is told in two digits`(_ amount: Double, _ words: String)
  {
    #expect(Money(amount: amount, currency: "EUR").words == words)
  }
}
