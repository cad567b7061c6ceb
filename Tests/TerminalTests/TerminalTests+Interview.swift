import FoundationEssentials
import Glibc
import Testing

/// The interview at a terminal.
extension TerminalTests {
  @Test func `where there is no description, six questions write one, and it opens`() throws {
    let folder = place.folder + "/empty"
    mkdir(folder, 0o755)
    let terminal = try #require(PseudoTerminal([], folder: folder))
    #expect(terminal.shows("Write one from six questions?"))
    terminal.type("\n")
    let answers = ["customer > shop", "40/s, 10x", "orders-db", "", "", "10x in 1 year"]
    for (index, answer) in answers.enumerated() {
      #expect(terminal.shows("\(index + 1). "))
      terminal.type(answer + "\n")
    }
    #expect(terminal.waits { $0.rows[1].contains("[Findings") })
    terminal.type("q")
    #expect(terminal.ending() != nil && terminal.isCooked)
    #expect(access(folder + "/empty.tenfold.yaml", R_OK) == 0)
  }

  @Test(arguments: ["n\n", "\u{4}"]) func `the interview can be declined`(answer: String) throws {
    let folder = place.folder + "/empty"
    mkdir(folder, 0o755)
    let terminal = try #require(PseudoTerminal([], folder: folder))
    #expect(terminal.shows("Write one from six questions?"))
    terminal.type(answer)
    #expect(terminal.waits { String(decoding: $0.output, as: UTF8.self).contains("tenfold check") })
    #expect(terminal.ending() == 0)
    #expect(access(folder + "/empty.tenfold.yaml", F_OK) != 0)
  }

  @Test func `answers are taken as fast as they are typed`() throws {
    try place.save(
      """
      tenfold: 1
      system: Shop
      components:
        printer: { kind: worker }
        mailer: { kind: worker }

      """)
    let terminal = try #require(place.open())
    #expect(terminal.shows("Questions 5"))
    terminal.type("\t\t\t\t")
    #expect(terminal.shows("[Questions"))
    terminal.type("/replicas\n")
    #expect(terminal.shows("/replicas 2/"))
    terminal.type("\n3\n4\nq")
    let written = {
      let text = (try? String(contentsOfFile: place.description, encoding: .utf8)) ?? ""
      return text.contains("replicas: 3") && text.contains("replicas: 4")
    }
    #expect(terminal.waits { _ in written() })
  }

  @Test func `the end of input in an interview writes nothing`() throws {
    let folder = place.folder + "/empty"
    mkdir(folder, 0o755)
    let terminal = try #require(PseudoTerminal(["init"], folder: folder))
    #expect(terminal.shows("1. "))
    terminal.type("customer > shop\n")
    #expect(terminal.shows("2. "))
    terminal.type("\u{4}")
    #expect(terminal.shows("nothing is written"))
    #expect(terminal.ending() == 2)
    #expect(access(folder + "/empty.tenfold.yaml", F_OK) != 0)
  }
}
