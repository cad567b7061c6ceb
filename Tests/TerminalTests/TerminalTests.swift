import Glibc
import Testing

/// The built program on a pseudo-terminal.
// One after the other: `ptsname` keeps its answer in one place for all.
@Suite(.serialized, .timeLimit(.minutes(5)))
struct TerminalTests {
  let place: Workplace

  init() throws { place = try Workplace() }

  @Test func `the first frame shows the findings and the selection`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("critical printer works alone"))
    #expect(terminal.rows[0].hasPrefix(" what saturates first is unknown"))
    #expect(terminal.isReversed(row: 3, column: 0) && !terminal.isReversed(row: 4, column: 0))
    #expect(!terminal.isCooked)
  }

  @Test func `the filter works as it is typed`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("mailer works alone"))
    terminal.type("/PRINTER")
    #expect(terminal.waits { screen in !screen.rows.contains { $0.contains("mailer works") } })
    terminal.type("\u{1B}")
    #expect(terminal.shows("mailer works alone"))
  }

  @Test func `Enter opens the detail, m the manual, and Esc goes back`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.type("\u{1B}[B\r")
    #expect(terminal.shows("Shop > Finding 2 of"))
    terminal.type("m")
    #expect(terminal.shows("Nobody takes over."))
    terminal.type("\u{1B}")
    #expect(terminal.waits { screen in !screen.rows.contains { $0.contains("Nobody takes") } })
  }

  @Test func `a key is answered with what differs, and silence with nothing`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    let size = settledSize(of: terminal)
    terminal.rest()
    #expect(terminal.output.count == size)
    let keys: [(String, (PseudoTerminal) -> Bool)] = [
      ("j", { $0.isReversed(row: 4, column: 0) }), ("k", { $0.isReversed(row: 3, column: 0) }),
      ("\r", { $0.rows[1].contains("Finding 1 of") }),
      ("q", { $0.rows[1].contains("[Findings") }),
      ("\t", { $0.rows[1].contains("[Components") }),
      ("M", { $0.rows.contains { $0.contains("the mouse scrolls") } }),
    ]
    for (key, isShown) in keys {
      let before = terminal.output.count
      terminal.type(key)
      #expect(terminal.waits(until: isShown))
      terminal.rest()
      #expect((1..<4 * 24 * 80).contains(terminal.output.count - before), "\(key)")
    }
  }

  @Test func `a frame is written at once`() throws {
    let terminal = try #require(place.open(width: 120))
    #expect(terminal.shows("printer works alone"))
    _ = settledSize(of: terminal)
    for (key, shown) in [("\r", "Finding 1 of"), ("m", "Nobody takes over.")] {
      let before = try #require(terminal.writes)
      terminal.type(key)
      #expect(terminal.shows(shown))
      terminal.rest()
      #expect(terminal.writes == before + 1, "\(key)")
    }
  }

  /// Bytes written once all has arrived that is worked out beside the screen.
  private func settledSize(of terminal: PseudoTerminal) -> Int {
    var size = 0
    for _ in 0..<50 where terminal.output.count != size {
      size = terminal.output.count
      terminal.rest()
    }
    return size
  }

  @Test func `the mouse selects where it was asked for, and is given back`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.type("\u{1B}[<0;5;5M")
    terminal.rest()
    let asks = "\u{1B}[?1000h\u{1B}[?1006h"
    #expect(!String(decoding: terminal.output, as: UTF8.self).contains(asks))
    terminal.type("kM")
    #expect(terminal.shows("the mouse scrolls"))
    #expect(String(decoding: terminal.output, as: UTF8.self).contains(asks))
    terminal.type("\u{1B}[<0;5;5M\u{1B}[<0;5;5m")
    #expect(terminal.waits { $0.isReversed(row: 4, column: 0) })
    terminal.type("\u{1B}[<64;5;5M")
    #expect(terminal.waits { $0.isReversed(row: 3, column: 0) })
    terminal.type("q")
    #expect(terminal.ending() == 1)
    let end = String(decoding: terminal.output, as: UTF8.self)
    #expect(end.split(separator: "\u{1B}[?1000").last?.hasPrefix("l") == true)
  }

  @Test func `the screen follows the window`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.resize(39, 24)
    #expect(terminal.shows(": needs 40x10"))
    terminal.resize(120, 40)
    #expect(terminal.waits { $0.rows[39].contains("Enter open") })
    #expect(terminal.rows[0].hasPrefix(" what saturates first is unknown"))
  }

  @Test func `a saved file is reviewed again`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("mailer works alone"))
    try place.describe(mailers: 2)
    #expect(terminal.shows("1 fixed"))
    try place.save("tenfold: 1\nsystem: [\n")
    #expect(terminal.shows("last good review: "))
    #expect(terminal.rows.contains { $0.contains("printer works alone") })
    try place.describe(mailers: 1)
    #expect(terminal.shows("1 new"))
  }

  @Test func `a file that an include asks for is waited for`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("mailer works alone"))
    try place.save("tenfold: 1\nsystem: Shop\ninclude: [part.yaml]\n")
    #expect(terminal.shows("last good review: "))
    try place.write(
      "components: { packer: { kind: worker, replicas: 1 } }\n", to: place.folder + "/part.yaml")
    #expect(terminal.shows("packer works alone"))
    unlink(place.folder + "/part.yaml")
    #expect(terminal.shows("last good review: "))
  }

  @Test func `pasted text is no command`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("mailer works alone"))
    terminal.type("\u{1B}[200~q\u{1B}[201~")
    #expect(terminal.shows("/ opens it"))
    terminal.type("/\u{1B}[200~PRIN\u{1B}[201~")
    #expect(terminal.waits { screen in !screen.rows.contains { $0.contains("mailer works") } })
    terminal.type("\u{1B}[200~TER\nq\u{1B}[201~")
    #expect(terminal.shows("/PRINTER q"))
  }

  @Test func `the editor gets the line and the terminal`() throws {
    let script = place.folder + "/editor"
    try place.write(
      "#!/bin/sh\necho \"$@\" >\(place.folder)/called\necho edited\nread line\n", to: script)
    chmod(script, 0o755)
    let terminal = try #require(place.open(["EDITOR": script]))
    #expect(terminal.shows("printer works alone"))
    terminal.type("e")
    #expect(terminal.waits { String(decoding: $0.output, as: UTF8.self).contains("edited") })
    #expect(terminal.isCooked)
    terminal.type("\n")
    #expect(terminal.waits { !$0.isCooked })
    #expect(terminal.shows("printer works alone"))
    let called = String(decoding: try #require(bytes(of: place.folder + "/called")), as: UTF8.self)
    #expect(called == "+4 \(place.description)\n")
  }

  @Test func `quitting restores the terminal and exits as check does`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.type("q")
    #expect(terminal.ending() == 1)
    #expect(terminal.isCooked && terminal.hasLeftAlternateScreen)
  }

  @Test(arguments: [
    SIGTERM, SIGINT, SIGHUP, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGSEGV, SIGABRT,
  ])
  func `a signal restores the terminal and ends the program`(signal: Int32) throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.send(signal)
    #expect(terminal.ending() == -signal)
    #expect(terminal.isCooked && terminal.hasLeftAlternateScreen)
  }

  @Test func `a closed window ends the program`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.hangUp()
    #expect(terminal.ending() == -SIGHUP)
  }

  @Test func `a stopped program paints itself anew`() throws {
    let terminal = try #require(place.open())
    #expect(terminal.shows("printer works alone"))
    terminal.send(SIGSTOP)
    terminal.resize(100, 30)
    terminal.send(SIGCONT)
    #expect(terminal.waits { $0.rows[29].contains("Enter open") })
  }

  @Test func `colours are left out where nobody wants or has them`() throws {
    for environment in [["NO_COLOR": "1"], ["TERM": "vt100"]] {
      let terminal = try #require(place.open(environment))
      #expect(terminal.shows("printer works alone"))
      #expect(!String(decoding: terminal.output, as: UTF8.self).contains("38;5;"))
    }
    let coloured = try #require(place.open())
    #expect(coloured.waits { String(decoding: $0.output, as: UTF8.self).contains("38;5;160") })
  }

  @Test func `an unknown terminal is taken for a common one, a dumb one is refused`() throws {
    let unknown = try #require(place.open(["TERM": "nobody-knows"]))
    #expect(unknown.shows("printer works alone"))
    let dumb = try #require(place.open(["TERM": "dumb"], width: 120))
    #expect(dumb.shows("use `tenfold check FILE`"))
    #expect(dumb.ending() == 2)
    #expect(!dumb.output.contains(0x1B))
  }

  @Test func `another character set than Unicode gets ASCII`() throws {
    let terminal = try #require(place.open(["LC_ALL": "C"]))
    #expect(terminal.shows("----------"))
    #expect(terminal.output.allSatisfy { $0 < 0x80 })
  }

  private func bytes(of path: String) -> [UInt8]? {
    let descriptor = Glibc.open(path, O_RDONLY)
    guard descriptor >= 0 else { return nil }
    defer { close(descriptor) }
    return [UInt8](unsafeUninitializedCapacity: 4096) { buffer, count in
      count = max(0, read(descriptor, buffer.baseAddress, buffer.count))
    }
  }
}
