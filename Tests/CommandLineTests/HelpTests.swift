import Foundation
import Testing
import TestSupport

/// What the program says about itself.
@Suite struct HelpTests {
  let tool = CommandLineTests()

  @Test(arguments: ["check", "diff", "grow", "query", "schema", "help", "version"])
  func `a command asked for help shows its own`(_ command: String) throws {
    let help = try tool.run("help", command)
    #expect(help.output.hasPrefix("usage: tenfold \(command)"))
    for words in [
      [command, "--help"], [command, "-h"], ["--help", command], [command, "--help", "x.yaml"],
    ] {
      let own = try tool.run(words: words)
      #expect(own.status == 0 && own.output == help.output, "\(words)")
    }
  }

  @Test func `without a command, help is about all of them`() throws {
    let overview = try tool.run()
    #expect(overview.output.contains("tenfold check [PATH...]"))
    for words in [["--help"], ["-h"], ["help"]] {
      #expect(try tool.run(words: words).output == overview.output)
    }
    let unknown = try tool.run("help", "chekc")
    #expect(unknown.status == 2 && unknown.errors.contains("did you mean `check`?"))
    #expect(try tool.run("chekc", "--help").errors.contains("did you mean `tenfold check`?"))
  }

  @Test func `manual and completions know every command and flag`() throws {
    let help = try tool.run("help", "check").output
    let flags = help.split(separator: "\n").compactMap { line in
      line.split(separator: " ").first.map(String.init)
    }.filter { $0.hasPrefix("--") }
    #expect(flags.contains("--update-baseline"))
    for shell in ["bash", "zsh", "fish"] {
      let script = try tool.run("completion", shell).output
      for flag in flags {
        #expect(script.contains(flag.dropFirst(2)), "\(shell) \(flag)")
      }
    }
    let manual = try tool.run("man").output
    for flag in flags {
      #expect(manual.contains(flag.replacing("-", with: "\\-")), "\(flag)")
    }
    #expect(try tool.run("completion", "csh").status == 2)
  }

  @Test func `each command is told its own formats and its own default`() throws {
    let check = try tool.run("help", "check").output
    let diff = try tool.run("help", "diff").output
    #expect(check.contains("text, json, sarif") && check.contains("high (the"))
    #expect(diff.contains("text, markdown, json;") && !diff.contains("sarif"))
    #expect(diff.contains("low (the default)") && !diff.contains("high (the"))
    #expect(try tool.run("help", "query").output.contains("--format NAME "))
    let script = """
      source <("$1" completion bash); shift; COMP_WORDS=("$@" ""); COMP_CWORD=$#; _tenfold
      echo "${COMPREPLY[@]}"
      """
    let offered = { (words: [String]) in
      try tool.run(
        words: ["-c", script, "bash", CommandLineTests.program.path(), "tenfold"] + words,
        program: URL(filePath: "/bin/bash")
      ).output
    }
    #expect(try offered(["diff", "--format"]) == "text markdown json\n")
    #expect(try offered(["query", "--format"]) == "table csv json\n")
    #expect(try offered(["check", "--format"]).hasPrefix("text json sarif"))
    #expect(try offered(["a.yaml", "--format"]).hasPrefix("text json sarif"))
  }
}
