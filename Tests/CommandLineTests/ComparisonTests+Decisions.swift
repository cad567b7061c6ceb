import Foundation
import TestSupport
import Testing

/// Decisions in a project, written by the command.
extension ComparisonTests {
  @Test func `a decision is written down, holds, and is made again`() throws {
    try project { folder, write in
      let accept = { (reason: String) in
        try tool.run(
          "accept", "shop.tenfold.yaml", "in-memory-session", "a", "--reason", reason, "--owner",
          "ana: \"the\" boss", "--ticket", "T-1", folder: folder)
      }
      let file = folder.appending(path: ".tenfold-accepted.yaml")
      #expect(try tool.run("check", folder: folder).status == 1)
      #expect(try accept("small").status == 0)
      #expect(try tool.run("check", folder: folder).status == 0)
      #expect(try tool.run("check", "--no-accepted", folder: folder).status == 1)
      let written = try String(contentsOf: file, encoding: .utf8)
      #expect(written.contains("headroom: 4x") && written.contains("severity: high"))

      try (written + "  # keep me\n").write(to: file, atomically: true, encoding: .utf8)
      try write(system(peak: 800))
      let worse = try tool.run("check", folder: folder)
      #expect(worse.status == 1)
      #expect(worse.output.contains("accepted, but its headroom was 4x and is 0.5x"))

      #expect(try accept("really").status == 0)
      #expect(try tool.run("check", folder: folder).status == 0)
      let again = try String(contentsOf: file, encoding: .utf8)
      #expect(again.contains("# keep me") && !again.contains("small"))
      #expect(again.components(separatedBy: "- system").count == 2)
    }
  }

  @Test func `a decision needs a reason, a finding and its element`() throws {
    try project { folder, _ in
      let call = { (words: [String]) in
        try tool.run(
          "accept", "shop.tenfold.yaml", words[0], words[1], "--reason", words[2], folder: folder)
      }
      #expect(try call(["in-memory-session", "a", " "]).errors.contains("--reason"))
      #expect(try call(["in-memory-session", "b", "x"]).errors.contains("but on `a`"))
      #expect(try call(["in-memory-sesion", "a", "x"]).errors.contains("finds nothing in"))
      #expect(try call(["in-memory-session", "b", "x"]).status == 2)
      let day = try tool.run("accept", "--until", "soon", "a", "b", "c", folder: folder)
      #expect(day.status == 2 && day.errors.contains("2027-03-31"))
      let over = try tool.run("accept", "--until", "2020-01-01", "a", "b", "c", folder: folder)
      #expect(over.status == 2 && over.errors.contains("`2020-01-01` is over"))
    }
  }

  @Test func `a decision made again keeps what is not said anew`() throws {
    try project { folder, _ in
      let file = folder.appending(path: ".tenfold-accepted.yaml")
      let accept = { (more: String...) in
        try tool.run(
          words: ["accept", "shop.tenfold.yaml", "in-memory-session", "a", "--reason", "x"] + more,
          folder: folder)
      }
      let first = try accept("--owner", "ana", "--until", "2099-01-31", "--ticket", "T-1")
      #expect(first.output.hasPrefix("accepted in .tenfold-accepted.yaml: "))
      let written = try String(contentsOf: file, encoding: .utf8)
      let again = try accept("--owner", "bob")
      #expect(again.output.hasPrefix("accepted again in .tenfold-accepted.yaml: "))
      let kept = try String(contentsOf: file, encoding: .utf8)
      #expect(kept == written.replacing("\"ana\"", with: "\"bob\""))

      try kept.replacing("2099", with: "2019").write(to: file, atomically: true, encoding: .utf8)
      let ended = try accept()
      #expect(ended.status == 2 && ended.errors.contains("ended on 2019-01-31; set a new last day"))
      #expect(try accept("--until", "2098-01-31").status == 0)
      #expect(try String(contentsOf: file, encoding: .utf8).contains("until: 2098-01-31\n"))
    }
  }

  @Test func `a file of decisions keeps what stands in it`() throws {
    try project { folder, _ in
      let file = folder.appending(path: ".tenfold-accepted.yaml")
      let accept = { (old: String) in
        try Data(old.utf8).write(to: file)
        return try tool.run(
          "accept", "shop.tenfold.yaml", "in-memory-session", "a", "--reason", "x", folder: folder)
      }
      let other = "{ system: bank, rule: queues/no-dlq, element: b, reason: \"y\" }"
      for old in [
        "accepted:\n- \(other)", "accepted: [\(other)]\r\n", "accepted: []\n",
        "{ accepted: [] }\n",
      ] {
        #expect(try accept(old).status == 0)
        #expect(try tool.run("check", folder: folder).status == 0)
        let new = try String(contentsOf: file, encoding: .utf8)
        #expect(new.contains(other) == old.contains(other))
      }
      let unsure = "accepted: !!seq []\n"
      let refused = try accept(unsure)
      #expect(refused.status == 2 && refused.output.isEmpty)
      #expect(refused.errors.contains("\n    rule: statefulness/in-memory-session\n"))
      #expect(try Data(contentsOf: file) == Data(unsure.utf8))
    }
  }
}
