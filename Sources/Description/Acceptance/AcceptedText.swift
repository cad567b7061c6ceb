package import Findings
package import SourceText
import YAML

/// The text of a project's accepted risks, edited so that its layout and comments stay.
package struct AcceptedText {
  private let text: SourceText
  /// The decisions in their order.
  private let decisions: [AcceptedRisk]
  /// Whether the reader finds nothing wrong with it.
  private let isFlawless: Bool

  private static let list: YAMLPath = [.key("accepted")]
  private static let head =
    "# Accepted risks. A risk that gets worse is open again."

  /// The decisions in a text.
  package init(_ text: SourceText) {
    self.text = text
    let (risks, problems) = AcceptedReader.risks(in: text)
    decisions = risks
    isFlawless = problems.isEmpty
  }

  /// What was decided about the same finding before.
  package func earlier(than risk: AcceptedRisk) -> AcceptedRisk? {
    decisions.first { $0.isAboutSame(as: risk) }
  }

  /// The text with a decision: in place of earlier ones about the same finding, else as the last.
  ///
  /// Nil when the reader would not find in it all that it found before, and the decision.
  package func adding(_ risk: AcceptedRisk) -> String? {
    guard isFlawless, let edited = edited(with: risk) else { return nil }
    let newline = edited.bytes.contains(0x0D) ? "\r\n" : "\n"
    let result = edited.whole + (edited.bytes.last == 0x0A ? "" : newline)
    return says(result, with: risk) ? result : nil
  }

  private func edited(with risk: AcceptedRisk) -> SourceText? {
    let isBlank = text.bytes.allSatisfy { [0x20, 0x09, 0x0A, 0x0D].contains($0) }
    let start = isBlank ? SourceText(path: text.path, text: Self.head + "\n") : text
    guard var editor = YAMLEditor(start) else { return nil }
    let own = decisions.indices.filter { decisions[$0].isAboutSame(as: risk) }
    if own.isEmpty {
      let entry = NewValue.mapping(
        risk.fields.map { NewValue.Pair($0.key, $0.written) }, .block)
      return editor.append(entry, to: Self.list) ? editor.text : nil
    }
    for index in own where !Self.change(index, to: risk, in: &editor) { return nil }
    return editor.text
  }

  /// Where an earlier entry says something else: what it says no more goes, comments stay.
  private static func change(
    _ index: Int, to risk: AcceptedRisk, in editor: inout YAMLEditor
  ) -> Bool {
    let entry = list + [.item(index)]
    guard let node = editor.tree.node(at: entry) else { return false }
    let fields = risk.fields.filter { $0.key != "system" }
    let before = editor.tree.pairs(node).map {
      (key: editor.tree.text($0.key), text: editor.tree.text($0.value))
    }
    for field in fields where before.first(where: { $0.key == field.key })?.text != field.text {
      guard editor.set(entry + [.key(field.key)], to: field.written) else { return false }
    }
    let known = Set(fields.map(\.key)).union(["system"])
    for (key, _) in before where !known.contains(key) {
      guard editor.remove(entry + [.key(key)]) else { return false }
    }
    return true
  }

  private func says(_ result: String, with risk: AcceptedRisk) -> Bool {
    var expected = decisions.map { old -> [AcceptedField] in
      guard old.isAboutSame(as: risk) else { return old.fields }
      var new = risk
      new.system = old.system
      return new.fields
    }
    if earlier(than: risk) == nil { expected.append(risk.fields) }
    let text = SourceText(path: text.path, text: result)
    let (found, problems) = AcceptedReader.risks(in: text)
    return problems.isEmpty && found.map(\.fields) == expected
  }
}

extension AcceptedRisk {
  /// Whether the decision is about the finding that a later one about a system is about.
  fileprivate func isAboutSame(as later: AcceptedRisk) -> Bool {
    rule == later.rule && element == later.element && (system ?? later.system) == later.system
  }
}
