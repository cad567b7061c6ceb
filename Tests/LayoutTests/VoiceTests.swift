import Foundation
import Testing
import TestSupport

/// One voice: what a user reads is in the words of the field, and a private dialect of it does not
/// grow back.
@Suite struct VoiceTests {
  /// Turns that make a reader translate, each with what the field says.
  static let turns = [
    "for ever ": "indefinitely", "nobody said": "undeclared", "nobody has said": "undeclared",
    "is told": "is shown, declared", "be told": "be known, shown", "hands out": "delivers",
    "handed out": "delivered", "hand out": "deliver", " bears ": "handles",
    "gives up": "times out, abandons", "given up": "dead-lettered, abandoned",
    "lets through": "accepts", "when silent": "by default", "stands here": "duplicate",
    "breaks first": "saturates first", "taken for granted": "assumed",
    "could be made": "decidable", "says nothing about": "does not apply to",
    "put right": "compensated", "cannot do without": "hard dependency",
    "and this is not one": "must be", "To carry": "path to", "carries at most": "headroom at most",
    "is no value of": "invalid value", "is not a value of": "invalid value",
    "failed by": "gate failed",
  ]
  /// Those that the rules' pages are free of.
  static let turnsOfPages = [
    "hands out", "stands here", "breaks first", "taken for granted", "could be made", "put right",
    "and this is not one", "is no value of", "failed by",
  ]

  @Test(arguments: LayoutTests.sources)
  func `what the program says is in the words of the field`(_ path: String) throws {
    let lines = try Repository.text(path).split(separator: "\n", omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() where !line.drop(while: { $0 == " " }).hasPrefix("//")
    {
      for (turn, better) in Self.turns where line.contains(turn) {
        Issue.record("line \(number + 1): `\(turn)`; write \(better): \(line)")
      }
    }
  }

  /// Those that comments of declarations are free of.
  static let turnsOfComments = [
    "for ever": "indefinitely", "nobody said": "undeclared", "nobody says": "undeclared",
    "nobody has said": "undeclared", "cannot be told": "is unknown", "could be told": "is known",
    "is told": "is shown, is listed, receives", "hands out": "delivers",
    "handed out": "delivered", "bears": "handles", "bear": "handle", "lets through": "accepts",
    "let through": "accepted", "taken for granted": "assumed", "given up": "timed out",
    "cannot do without": "hard dependency", "could be made": "decidable",
    "put right": "compensated",
  ]

  @Test(arguments: Repository.files("Sources", ".swift"))
  func `what a comment says of a declaration is in them too`(_ path: String) throws {
    for line in try Repository.text(path).split(separator: "\n")
    where line.drop(while: { $0 == " " }).hasPrefix("///") {
      let words = line.split { !$0.isLetter }.joined(separator: " ").lowercased()
      for (turn, better) in Self.turnsOfComments where " \(words) ".contains(" \(turn) ") {
        Issue.record("`\(turn)`; write \(better): \(line)")
      }
    }
  }

  @Test func `so is the README`() throws {
    let text = try Repository.text("README.md")
    for (turn, better) in Self.turns where text.contains(turn) {
      Issue.record("README.md: `\(turn)`; write \(better)")
    }
  }

  @Test(arguments: Repository.files("rules", ".md"))
  func `so are the pages of the rules`(_ path: String) throws {
    let text = try Repository.text(path)
    for turn in Self.turnsOfPages where text.contains(turn) {
      Issue.record("`\(turn)`; write \(Self.turns[turn] ?? "it otherwise")")
    }
  }
}
