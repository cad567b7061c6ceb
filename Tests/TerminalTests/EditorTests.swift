import Testing

import Terminal

struct EditorTests {
  @Test(arguments: [
    (["EDITOR": "nano"], ["nano", "+7", "a.yaml"]),
    (["EDITOR": "nano", "VISUAL": "vim -u NONE"], ["vim", "-u", "NONE", "+7", "a.yaml"]),
    (["VISUAL": "/usr/bin/code"], ["/usr/bin/code", "--wait", "--goto", "a.yaml:7"]),
    (["VISUAL": "", "EDITOR": "hx"], ["hx", "a.yaml:7"]),
    (["EDITOR": "  "], ["vi", "+7", "a.yaml"]),
    ([:], ["vi", "+7", "a.yaml"]),
  ])
  func `an editor is told the line in its own way`(
    environment: [String: String], words: [String]
  ) {
    #expect(Editor(path: "a.yaml", line: 7) { environment[$0] }.words == words)
  }

  @Test func `a file whose name looks like an option is none`() {
    #expect(Editor(path: "-x.yaml", line: 1) { _ in nil }.words == ["vi", "+1", "./-x.yaml"])
  }
}
