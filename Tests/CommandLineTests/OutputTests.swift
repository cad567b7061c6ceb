import Foundation
import Testing
import TestSupport

/// Where reports go, and what is there when something goes wrong on the way.
@Suite struct OutputTests {
  let tool = CommandLineTests()

  /// A folder with a description in it, and a shell in which `$1` is the program.
  func workplace(
    _ body: (URL, (String) throws -> (status: Int32, output: String, errors: String)) throws -> Void
  ) throws {
    try tool.temporaryFolder { folder in
      try FileManager.default.copyItem(
        at: Repository.root.appending(path: "samples/ticket-shop.tenfold.yaml"),
        to: folder.appending(path: "shop.tenfold.yaml"))
      try body(folder) { script in
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
          "bash", "-c", "set -o pipefail; " + script, "bash", CommandLineTests.program.path(),
        ]
        process.currentDirectoryURL = folder
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        // Threads of tests let no signal through, and what they start would not either.
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (
          process.terminationStatus, String(decoding: said, as: UTF8.self),
          String(decoding: complained, as: UTF8.self)
        )
      }
    }
  }

  @Test func `a limit on the size of files, and no folder for temporary ones`() throws {
    try workplace { folder, shell in
      let report = folder.appending(path: "o.json")
      try Data("old".utf8).write(to: report)
      let small = try shell("ulimit -f 4; \"$1\" check shop.tenfold.yaml --format json=o.json")
      #expect(small.status == 2 && small.errors.contains("cannot write o.json: File too large"))
      #expect(try String(contentsOf: report, encoding: .utf8) == "old")
      let elsewhere = try shell(
        "TMPDIR=/nowhere \"$1\" check shop.tenfold.yaml --format html=o.html")
      #expect(elsewhere.status == 1 && elsewhere.errors.contains("--fail-on"))
    }
  }

  @Test func `a PDF says nothing of the run that printed it`() throws {
    try workplace { folder, shell in
      // Chromium names the nodes of a page in the order in which they came up.
      let browser = folder.appending(path: "chromium")
      try Data(
        #"""
        #!/bin/bash
        first=$((RANDOM % 900 + 7)); second=$((first + 3))
        for flag; do
          case $flag in --print-to-pdf=*) paper=${flag#*=} ;; esac
        done
        printf '%%PDF-1.4 /CreationDate (D:%014d+00) ' "$first" >"$paper"
        printf '[(node%08d) (node%08d)] (node%08d) (node1)' $first $second $first >>"$paper"
        """#.utf8
      ).write(to: browser)
      let printed = try shell(
        """
        chmod +x chromium; export PATH=$PWD:$PATH
        for run in 1 2 3; do "$1" report shop.tenfold.yaml -o $run.pdf || exit; done
        cat 1.pdf; cmp 1.pdf 2.pdf && cmp 1.pdf 3.pdf
        """)
      #expect(printed.status == 0)
      #expect(
        printed.output == "%PDF-1.4 /CreationDate (D:19700101000000+00) "
          + "[(node00000001) (node00000002)] (node00000001) (node1)")
    }
  }

  /// A browser that copies the page that it is asked for, as an address names it.
  static let copying = #"""
    #!/bin/bash
    for flag; do
      case $flag in
        --print-to-pdf=*) paper=${flag#*=} ;;
        file://*) page=$(printf '%b' "$(sed 's/[?#].*//; s/%/\\x/g' <<<"${flag#file://}")") ;;
      esac
    done
    cp "$page" "$paper"
    """#

  @Test func `a PDF is printed from any folder, and an end from outside leaves nothing`() throws {
    try workplace { folder, shell in
      try Data(Self.copying.utf8).write(to: folder.appending(path: "chromium"))
      let printed = try shell(
        """
        chmod +x chromium; export PATH=$PWD:$PATH
        export TMPDIR="$PWD/a #1 %41 ?b"; mkdir "$TMPDIR"
        "$1" report shop.tenfold.yaml -o shop.pdf && head -1 shop.pdf; ls -A "$TMPDIR"
        """)
      #expect(printed.output == "<!DOCTYPE html>\n" && printed.errors.isEmpty)
      let ended = try shell(
        """
        export PATH=$PWD:$PATH TMPDIR=$PWD/ended; mkdir "$TMPDIR"
        printf '#!/bin/sh\nkill -INT $PPID' >chromium
        "$1" report shop.tenfold.yaml -o ended.pdf; echo $?; ls -A "$TMPDIR"; ls ended.pdf
        """)
      #expect(ended.output == "130\n")
    }
  }

  @Test func `a full disk is said, for every command`() throws {
    try workplace { _, shell in
      for command in ["check shop.tenfold.yaml --fail-on never", "schema", "rules", "man"] {
        let full = try shell("\"$1\" \(command) >/dev/full")
        #expect(full.status == 2 && full.errors.contains("cannot write standard output"))
      }
    }
  }

  @Test func `a reader who has seen enough stops no other report`() throws {
    try workplace { folder, shell in
      let check = "\"$1\" check --fail-on never --format csv --format json=whole.json"
      let early = try shell("\(check) shop.tenfold.yaml | true")
      #expect(early.status == 0 && early.errors.isEmpty)
      let json = try Data(contentsOf: folder.appending(path: "whole.json"))
      _ = try JSONSerialization.jsonObject(with: json)
    }
  }

  @Test func `a device or a pipe is written, never replaced`() throws {
    try workplace { _, shell in
      let check = "\"$1\" check --fail-on never shop.tenfold.yaml --format"
      #expect(try shell("\(check) json=/dev/null; test -c /dev/null").status == 0)
      let pipe = try shell("mkfifo p; cat p & \(check) tap=p; wait; test -p p")
      #expect(pipe.status == 0 && pipe.output.hasPrefix("TAP version 13"))
    }
  }

  @Test func `no report takes the place of a stream that is closed`() throws {
    try workplace { folder, shell in
      let check = "\"$1\" check shop.tenfold.yaml --fail-on never"
      let both = try shell("\(check) --format json=o.json --format sqlite=o.db --format text >&-")
      #expect(both.status == 2)
      #expect(both.errors == "tenfold: cannot write standard output: Bad file descriptor\n")
      let json = try Data(contentsOf: folder.appending(path: "o.json"))
      _ = try JSONSerialization.jsonObject(with: json)
      let database = try Data(contentsOf: folder.appending(path: "o.db"))
      #expect(database.starts(with: Data("SQLite format 3".utf8)))
      let quiet = try shell("\(check) --format json=p.json <&- >&- 2>&-")
      #expect(quiet.status == 0)
      #expect(try Data(contentsOf: folder.appending(path: "p.json")) == json)
      let input = try shell("\"$1\" check - <&-")
      #expect(input.status == 2 && input.output.contains("cannot be read"))
    }
  }

  @Test(arguments: ["./o", "sub/../o", "link/o", "same"])
  func `two reports do not go to one file, however it is spelled`(_ other: String) throws {
    try workplace { folder, shell in
      let there = "mkdir sub; ln -s . link; touch o; ln -s o same;"
      for start in other == "same" ? [there] : [there, there + " rm o;"] {
        let check = try shell(
          "\(start) \"$1\" check shop.tenfold.yaml --format json=o --format csv=\(other)")
        #expect(check.status == 2)
        #expect(check.errors.contains("two reports cannot both go to `\(other)`"))
        _ = try shell("rm -rf sub link o same")
      }
      let printed = try shell("\"$1\" check shop.tenfold.yaml --format text --format csv=o >o")
      #expect(printed.status == 2 && printed.errors.contains("cannot both go to `o`"))
      let nowhere = try shell(
        "\"$1\" check shop.tenfold.yaml --format json=/dev/null --format csv=/dev/null >/dev/null")
      #expect(nowhere.status == 1)
    }
  }

  @Test func `a link leads to the file that is written, which keeps its rights`() throws {
    try workplace { _, shell in
      let linked = try shell(
        """
        echo old >file; chmod 640 file; ln -s file link
        "$1" check --fail-on never shop.tenfold.yaml --format json=link
        test -L link && stat -c %a file && head -c 1 file
        """)
      #expect(linked.output == "640\n{")
    }
  }

  @Test func `one report that cannot be written leaves the others, and the gates, as they are`()
    throws
  {
    try workplace { folder, shell in
      let check = try shell(
        "\"$1\" check shop.tenfold.yaml --format json=no/x.json --format csv=whole.csv")
      #expect(check.status == 2 && check.errors.contains("cannot write no/x.json"))
      #expect(check.errors.contains("gate failed: --fail-on high"))
      let rows = try String(contentsOf: folder.appending(path: "whole.csv"), encoding: .utf8)
      #expect(rows.contains("no-dlq"))
    }
  }

  @Test func `a difference is written in several formats, each whole or not at all`() throws {
    try workplace { folder, shell in
      let files = "old.tenfold.yaml shop.tenfold.yaml"
      let start = "echo 'components: { a: client }' >old.tenfold.yaml; \"$1\" diff"
      let names = ["x.json", "x.md"].map { folder.appending(path: $0) }
      let both = try shell(
        "\(start) \(files) --format json=x.json --format text --format markdown=x.md")
      #expect(both.errors.contains("gate failed: --fail-on low"))
      #expect(both.output.contains("unchanged."))
      _ = try JSONSerialization.jsonObject(with: Data(contentsOf: names[0]))
      #expect(try String(contentsOf: names[1], encoding: .utf8).hasPrefix("### "))
      let early = try shell("rm x.*; \(start) \(files) --format text --format json=x.json | true")
      #expect(early.errors.contains("gate failed") && !early.errors.contains("cannot write"))
      _ = try JSONSerialization.jsonObject(with: Data(contentsOf: names[0]))
      let full = try shell(
        "rm x.*; ulimit -f 0; trap '' XFSZ; \"$1\" diff \(files) --format json=x.json")
      #expect(full.status == 2 && full.errors.contains("cannot write x.json"))
      #expect(!FileManager.default.fileExists(atPath: names[0].path()))
      let other = try shell("\"$1\" diff \(files) --format sarif")
      #expect(other.status == 2 && other.errors.contains("choose one of text, markdown, json"))
    }
  }

  @Test func `the database of one description holds its findings and its facts`() throws {
    try workplace { folder, shell in
      let check = try shell("\"$1\" check shop.tenfold.yaml --format sqlite=x.sqlite")
      #expect(check.status == 1)
      let bytes = try Data(contentsOf: folder.appending(path: "x.sqlite"))
      #expect(bytes.starts(with: Data("SQLite format 3".utf8)))
      for table in ["finding", "component_technology"] {
        #expect(bytes.range(of: Data("CREATE TABLE \(table)(".utf8)) != nil)
      }
    }
  }

  /// The program waits for the description at its standard input, its outputs being open.
  @Test func `nothing is left behind when the program is killed`() throws {
    try workplace { folder, _ in
      let process = Process()
      process.executableURL = CommandLineTests.program
      process.arguments = ["check", "-", "--format", "json=x.json", "--format", "sqlite=x.sqlite"]
      process.currentDirectoryURL = folder
      process.standardInput = Pipe()
      try process.run()
      let open = "/proc/\(process.processIdentifier)/fd"
      for _ in 0..<500 {
        let links = try FileManager.default.contentsOfDirectory(atPath: open).compactMap {
          try? FileManager.default.destinationOfSymbolicLink(atPath: open + "/" + $0)
        }
        if links.count(where: { $0.contains("(deleted)") }) >= 3 { break }
        usleep(10_000)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      let left = try FileManager.default.contentsOfDirectory(atPath: folder.path())
      #expect(process.terminationReason == .uncaughtSignal && left == ["shop.tenfold.yaml"])
    }
  }
}
