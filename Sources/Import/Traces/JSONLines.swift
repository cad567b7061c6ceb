import SourceText
import YAML

/// The documents of a text in JSON: one, or one on each line.
struct JSONLines {
  private let file: ForeignFile
  private let system: ForeignSystem

  init(_ file: ForeignFile, _ system: ForeignSystem) {
    self.file = file
    self.system = system
  }

  /// Calls `take` with each document; where a text is no JSON is said once.
  func read(_ take: (JSONNode) -> Void) {
    let whole = ParsedText(file.text)
    if whole.failure == nil {
      for root in whole.tree.roots { take(JSONNode(whole.tree, root)) }
      return
    }
    var broken: (line: Int, failure: SyntaxFailure, start: Int)?
    var good = 0
    for number in 1...max(1, file.text.lineCount) {
      let range = file.text.lineRange(number)
      let text = file.text.string(range)
      guard text.utf8.contains(where: { $0 > 0x20 }) else { continue }
      let line = ParsedText(SourceText(path: "", text: text))
      if let failure = line.failure {
        broken = broken ?? (number, failure, range.lowerBound)
        continue
      }
      good += 1
      for root in line.tree.roots { take(JSONNode(line.tree, root, offset: range.lowerBound)) }
    }
    // A document that is broken has been tried line by line for nothing: say where it broke.
    if good == 0, let failure = whole.failure {
      for root in whole.tree.roots { take(JSONNode(whole.tree, root)) }
      complain(failure.message, at: failure.offset)
    } else if let broken {
      complain(broken.failure.message, at: broken.start + broken.failure.offset)
    }
  }

  private func complain(_ message: String, at offset: Int) {
    system.yaml.complain(
      "json-syntax", message, "one document, or one on each line, is read",
      at: SourceSpan(source: file.source, offset..<offset))
  }
}
