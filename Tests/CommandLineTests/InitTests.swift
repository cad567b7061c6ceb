import Foundation
import Testing
import TestSupport

/// The interview that makes a first description.
@Suite struct InitTests {
  let tool = CommandLineTests()

  private static let answers = """
    customer > shop
    40/s, 400/s
    orders-db: PostgreSQL 16, sessions: cache Redis
    prints: SQS -> printer, sales: stream Kafka > printer, mails
    payments: Stripe, mail: Send: Grid
    10x in 18 months

    """

  private func answered(
    _ answers: String, _ words: String..., then: (URL, CommandLineTests.Result) throws -> Void
  ) throws {
    try tool.temporaryFolder { folder in
      try then(folder, tool.run(words: ["init"] + words, input: answers, folder: folder))
    }
  }

  @Test func `answers become a description that is read without a problem`() throws {
    try answered(Self.answers, "shop.tenfold.yaml") { folder, result in
      #expect(result.status == 0)
      #expect(result.output == "wrote shop.tenfold.yaml; `tenfold shop.tenfold.yaml` reviews it\n")
      let text = try String(
        contentsOf: folder.appending(path: "shop.tenfold.yaml"), encoding: .utf8)
      let difference = try Golden.difference(text, from: "first-description.yaml")
      #expect(difference == nil)
      let check = try tool.run("check", "--fail-on", "never", folder: folder)
      #expect(check.status == 0 && check.errors.isEmpty)
      #expect(check.output.contains("shop") && !check.output.contains("error"))
    }
  }

  /// Each question may be left out; what is written reads without a problem all the same.
  @Test(arguments: 0..<64) func `what is not known is left out`(_ known: Int) throws {
    let lines = Self.answers.split(separator: "\n").enumerated()
    let hasDoor = known & 1 != 0
    let answers = lines.filter { hasDoor || $0.offset != 1 }
      .map { known >> $0.offset & 1 == 0 ? "" : String($0.element) }
    // A rate or a growth alone names no component.
    let isEmpty = known & 0b011101 == 0
    try answered(answers.joined(separator: "\n") + "\n", "a.tenfold.yaml") { folder, result in
      #expect(result.status == (isEmpty ? 2 : 0))
      guard !isEmpty else { return }
      let check = try tool.run("check", "--fail-on", "never", folder: folder)
      #expect(check.status == 0 && check.errors.isEmpty, "\(check.output)")
    }
  }

  @Test func `an answer that cannot be read is told with its form and asked again`() throws {
    let answers = """
      customer
      shop > shop
      # x > shop
      customer > shop
      40
      40/s, 10x, 3
      40/s, 10x
      {orders}, x
      orders-db, shop
      orders-db
      a > b > c


      ten times
      10x in 1 year

      """
    try answered(answers, "shop.tenfold.yml") { folder, result in
      #expect(result.status == 0)
      for words in [
        "`customer` does not have the form\n   CALLER > SERVICE\n   Example: customer > shop\n",
        "`# x` is not a name; a name has letters, digits, - and _",
        "`{orders}` is not a name", "`a > b > c` does not have the form",
        "`40/s, 10x, 3` does not have the form", "`shop` is named twice", "`40`", "ten times",
        "KIND is database (the default), cache,",
      ] {
        #expect(result.errors.contains(words), "\(words)")
      }
      #expect(result.errors.split(separator: "   Example: ").count == 16)
      let text = try String(
        contentsOf: folder.appending(path: "shop.tenfold.yml"), encoding: .utf8)
      #expect(text.contains("use: { from: customer, calls: shop, rate: 40/s, peak: 10x }"))
      #expect(!text.contains("technology") && !text.contains("publishes"))
    }
  }

  @Test(arguments: ["", "customer > shop\n", "customer > shop\n40/s", "\n\n\n\n\n\n"])
  func `nothing is written without all answers, or with none`(_ answers: String) throws {
    try answered(answers) { folder, result in
      #expect(result.status == 2 && result.errors.hasSuffix("nothing is written\n"))
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      #expect(names.isEmpty)
    }
  }

  @Test func `the file is named after the folder`() throws {
    try answered(Self.answers) { folder, _ in
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      #expect(names == [folder.lastPathComponent + ".tenfold.yaml"])
    }
  }

  @Test func `what is there stays, and what cannot be written is told before anything is asked`()
    throws
  {
    try tool.temporaryFolder { folder in
      let file = folder.appending(path: "shop.tenfold.yaml")
      try Data("mine".utf8).write(to: file)
      for (name, words) in [
        ("shop.tenfold.yaml", "is there already"), ("no/shop.tenfold.yaml", "cannot write"),
        ("shop.yaml", "ends in .tenfold.yaml"), (".tenfold.yaml", "ends in .tenfold.yaml"),
        ("shop.tenfold.json", "ends in .tenfold.yaml"), ("-", "ends in .tenfold.yaml"),
      ] {
        let result = try tool.run(words: ["init", name], input: Self.answers, folder: folder)
        #expect(result.status == 2 && result.errors.contains(words), "\(name)")
        #expect(!result.errors.contains("1. "))
      }
      let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      let text = try String(contentsOf: file, encoding: .utf8)
      #expect(text == "mine" && names == ["shop.tenfold.yaml"])
    }
  }
}
