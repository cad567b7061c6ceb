import Description
import Findings
import SourceText
import Testing
import TestSupport

/// Files of accepted risks, edited in place.
@Suite struct AcceptedTextTests {
  static let old = "{ rule: a/b, element: x, reason: was so }"

  func risk(_ element: String = "y", system: String? = "shop") -> AcceptedRisk {
    var risk = AcceptedRisk(
      place: SourcePlace(
        path: "", start: SourcePosition(line: 1, column: 1),
        end: SourcePosition(line: 1, column: 1), excerpt: ""))
    risk.rule = "a/b"
    risk.element = element
    risk.reason = "it: is \"so\""
    risk.system = system
    risk.level = RiskLevel(severity: .high, headroom: 4)
    return risk
  }

  func adding(_ risk: AcceptedRisk, to text: String) -> String? {
    AcceptedText(SourceText(path: "accepted.yaml", text: text)).adding(risk)
  }

  func read(_ text: String) -> (risks: [AcceptedRisk], problems: [Problem]) {
    AcceptedReader.risks(in: SourceText(path: "accepted.yaml", text: text))
  }

  @Test func `hidden signs of a reason are written so that they are seen, and read again`() throws {
    var risk = risk()
    risk.reason = "a\u{E0041}\u{1D173}b\u{200B}\u{202E}"
    let new = try #require(adding(risk, to: "accepted:\n  - \(Self.old)\n"))
    #expect(new.contains(#"reason: "a\U000e0041\U0001d173b\u200b\u202e""#))
    #expect(read(new).problems.isEmpty && read(new).risks.last?.reason == risk.reason)
  }

  /// Every layout that the reader understands can be added to, and all that it says stays.
  @Test(arguments: [
    "accepted:\n  - OLD\n", "accepted:\n- OLD\n", "accepted:\n    - OLD\n", "accepted:\n - OLD",
    "accepted: [OLD]\n", "accepted: [ OLD, ]", "accepted: [\n  OLD\n]\n", "{ accepted: [OLD] }\n",
    "\"accepted\":\n  -   OLD # old\n\n# the end\n", "accepted:\r\n  - OLD\r\n",
    "accepted:\n  - OLD\n  # a comment\n# another\n\n\n", "---\naccepted:\n- OLD\n...\n",
    "---\naccepted:\n  - OLD\n---\nmore: 1\n", "# first\n---\n\naccepted: # all\n\n  - OLD",
    "accepted:\n  - rule: a/b\n    element: x\n    reason: |\n      was so\n      # no comment\n",
    "accepted:\n-\n  rule: a/b\n  element: x\n  reason: >-\n    was\n    so\n# the end",
    "accepted:\n  - rule: a/b\n    element: x\n    # why\n    reason: was so # because\n",
    "\u{FEFF}accepted:\n  - OLD # \u{65E5}\u{672C}\n",
  ])
  func `a decision goes behind the last one in its layout`(_ layout: String) throws {
    let text = layout.replacing("OLD", with: Self.old)
    let before = read(text)
    try #require(before.problems.isEmpty && before.risks.count == 1)
    let new = try #require(adding(risk(), to: text))
    let after = read(new)
    #expect(after.problems.isEmpty)
    #expect(after.risks.map(\.element) == ["x", "y"])
    #expect(after.risks.first?.reason == before.risks.first?.reason)
    #expect(after.risks.last?.reason == risk().reason && after.risks.last?.level == risk().level)
    #expect(new.utf8.last == 0x0A)
    let lines = { (text: String) in Set(text.split { $0.isNewline }.map(String.init)) }
    if !text.contains("[") { #expect(lines(text).isSubset(of: lines(new))) }
    #expect(new.contains("\r\n") == text.contains("\r\n"))
    #expect(!new.replacing("\r\n", with: "").contains("\n") == text.contains("\r\n"))
    let third = try #require(adding(risk("z"), to: new))
    #expect(read(third).risks.map(\.element) == ["x", "y", "z"])
  }

  @Test(arguments: [
    "", "\n\n", "# nothing yet\n", "# nothing yet", "accepted:", "accepted:\n# none\n", "---\n",
    "accepted: []\n", "{ accepted: [] }\n", "accepted: [ ] # none yet\n", "accepted: ~\n",
    "accepted: null # none",
    "---\naccepted:\n...\n", "accepted:\r\n",
  ])
  func `a decision is the first one where there is none`(_ text: String) throws {
    let new = try #require(adding(risk(), to: text))
    let after = read(new)
    #expect(after.problems.isEmpty && after.risks.map(\.element) == ["y"])
    for comment in text.components(separatedBy: "#").dropFirst() {
      #expect(new.contains("#" + comment.prefix { !$0.isNewline }))
    }
  }

  @Test(arguments: [
    "accepted: {}\n", "{}\n", "accepted: [\n", "accepted:\n  - a\n", "[]\n",
    "x: &all\n  - { rule: a/b, element: x, reason: a }\naccepted: *all\n", "accepted: !!seq []\n",
    "other: 1\n",
  ])
  func `a layout without a sure place is left alone`(_ text: String) {
    #expect(adding(risk(), to: text) == nil)
  }

  @Test(arguments: [
    "accepted:\n- { element: x, rule: a/b, reason: was so, severity: low, peak: 2/s } # first\n",
    "accepted: [{ reason: 'was so', rule: a/b, element: x }]\n",
    "accepted:\n  # above\n  - peak: 2/s\n    rule: a/b # rule\n    element: x\n    # why\n"
      + "    reason: |\n      was so\n      really\n\n    severity: low # then\n  # below\n",
    "accepted:\r\n  - rule: a/b\r\n    element: x\r\n    reason: was so\r\n",
    "accepted:\n  - rule: a/b\n    element: x\n    reason: was so\n    peak: 2/s",
  ])
  func `a decision made again keeps comments and layout`(_ text: String) throws {
    let new = try #require(adding(risk("x"), to: text))
    let after = read(new)
    #expect(after.problems.isEmpty && after.risks.count == 1)
    #expect(after.risks.first?.reason == risk().reason && after.risks.first?.level == risk().level)
    #expect(after.risks.first?.system == nil)
    #expect(new.contains("\r\n") == text.contains("\r\n") && !new.contains("peak"))
    for comment in text.components(separatedBy: "#").dropFirst() {
      #expect(new.contains("#" + comment.prefix { !$0.isNewline }))
    }
    #expect(adding(risk("x"), to: new) == new)
  }

  @Test func `decisions about other systems are others`() throws {
    let text = "accepted:\n  - { system: bank, rule: a/b, element: x, reason: was so }\n"
    let new = try #require(adding(risk("x"), to: text))
    #expect(read(new).risks.map(\.system) == ["bank", "shop"])
  }
}
