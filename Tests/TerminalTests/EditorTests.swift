import Testing

import Terminal

struct EditorTests {
  @Test(arguments: [
    (["EDITOR": "nano"], ["nano", "+7", "./a.yaml"]),
    (["EDITOR": "nano", "VISUAL": "vim -u NONE"], ["vim", "-u", "NONE", "+7", "./a.yaml"]),
    (["VISUAL": "/usr/bin/code"], ["/usr/bin/code", "--wait", "--goto", "./a.yaml:7"]),
    (["VISUAL": "", "EDITOR": "hx"], ["hx", "./a.yaml:7"]),
    (["EDITOR": "  "], ["vi", "+7", "./a.yaml"]),
    ([:], ["vi", "+7", "./a.yaml"]),
    (
      ["EDITOR": "'/my tools/ed' -x \"a b\" c\\ d ''"],
      ["/my tools/ed", "-x", "a b", "c d", "", "+7", "./a.yaml"]
    ),
    (["EDITOR": "emacsclient -a \"\\\"'\""], ["emacsclient", "-a", "\"'", "+7", "./a.yaml"]),
  ])
  func `an editor is told the line in its own way`(
    environment: [String: String], words: [String]
  ) {
    #expect(Editor(path: "a.yaml", line: 7) { environment[$0] }.words == words)
  }

  @Test(arguments: ["-x.yaml", "+!touch x;:.yaml", "term://touch x.yaml", "a b.yaml", "~x.yaml"])
  func `a file is no option, command or address, however it is called`(_ name: String) {
    #expect(Editor(path: name, line: 1) { _ in nil }.words == ["vi", "+1", "./" + name])
    for rooted in ["/" + name, "./" + name, "../" + name] {
      #expect(Editor(path: rooted, line: 1) { _ in nil }.words == ["vi", "+1", rooted])
    }
  }
}
