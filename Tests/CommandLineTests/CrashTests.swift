import Foundation
import Testing

/// A crash that nothing foresaw costs the description that it happened on, and no other.
///
/// The description is a pipe that nobody writes to, so that the program can be found at it, and
/// killed as it would be by a fault of its own.
@Suite struct CrashTests {
  let git = GitTests()

  /// Runs a call and kills it, and whatever it starts, while it waits for a pipe.
  private func crash(_ call: String, _ signal: String, _ shell: GitTests.Shell) throws
    -> CommandLineTests.Result
  {
    try shell(
      """
      mkfifo b.yaml
      # Whether a process waits for the pipe to be opened by somebody who writes.
      waits() { grep -qs wait_for_partner /proc/$1/task/*/wchan; }
      \(CommandLineTests.program.path()) \(call) >out 2>err & own=$!
      for attempt in $(seq 300); do waits $own && break; sleep 0.1; done
      sleep 0.3; kill -\(signal) $own
      for attempt in $(seq 300); do
        for child in $(cat /proc/$own/task/*/children 2>/dev/null); do
          { waits $child || [ $attempt -gt 80 ]; } && sleep 0.3 && kill -\(signal) $child
        done
        [ -n "$(jobs -r)" ] || break; sleep 0.1
      done
      kill -9 $own 2>/dev/null; wait $own; status=$?; cat out; cat err >&2; exit $status
      """)
  }

  @Test(arguments: ["SEGV", "ILL", "TRAP", "ABRT"])
  func `others are reviewed and all reports are written`(_ signal: String) throws {
    let files = [
      "a.tenfold.yaml": GitTests.system("first"), "c.tenfold.yaml": GitTests.system("last"),
    ]
    try git.repository(files) { folder, shell in
      let result = try crash(
        "check a.tenfold.yaml b.yaml c.tenfold.yaml --format json=o.json --format text", signal,
        shell)
      #expect(result.status == 2, "\(result.errors)")
      for words in [
        "a.tenfold.yaml: first: ", "`b.yaml` made Tenfold crash; that is a fault of Tenfold",
        "c.tenfold.yaml: last: ",
      ] {
        #expect(
          result.output.components(separatedBy: words).count == 2, "\(words): \(result.output)")
      }
      let json = try String(contentsOf: folder.appending(path: "o.json"), encoding: .utf8)
      #expect(json.contains("\"code\": \"crashed\"") && json.hasSuffix("}\n"))
      #expect(json.contains("\"system\": \"first\"") && json.contains("\"system\": \"last\""))
      #expect(
        try shell("ls").output == "a.tenfold.yaml\nb.yaml\nc.tenfold.yaml\nerr\no.json\nout\n")
    }
  }

  @Test func `a document holds what could be reviewed`() throws {
    try git.repository(["a.tenfold.yaml": GitTests.system("first")]) { folder, shell in
      let result = try crash("report b.yaml a.tenfold.yaml -o o.html", "SEGV", shell)
      #expect(
        result.status == 2 && result.errors.contains("made Tenfold crash"), "\(result.errors)")
      let page = try String(contentsOf: folder.appending(path: "o.html"), encoding: .utf8)
      #expect(page.contains("first") && page.contains("made Tenfold crash"))
    }
  }

  @Test(arguments: ["grow b.yaml", "query b.yaml 'SELECT 1'", "diff b.yaml b.yaml"])
  func `a command over one description says what happened`(_ call: String) throws {
    try git.repository([:]) { _, shell in
      let result = try crash(call, "SEGV", shell)
      #expect(result.status == 2)
      #expect(result.errors.hasPrefix("tenfold: `b.yaml` made Tenfold crash;"), "\(result.errors)")
    }
  }
}
