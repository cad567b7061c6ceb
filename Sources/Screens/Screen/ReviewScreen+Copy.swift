import Findings
import SourceText

/// What leaves the screen: as text to the clipboard, or as a file.
extension ReviewScreen {
  /// Columns of a text that is copied, whatever the screen's.
  private static let columns = 100
  /// Most bytes that terminals take for a clipboard, with room for their encoding.
  private static let mostBytes = 48_000

  /// Copies the selected row, or the text that is open.
  mutating func copy() -> [Effect] {
    let lines = pages.isEmpty ? selected.map { [line(of: $0)] } ?? [] : textLines
    let text = lines.joined(separator: "\n")
    guard !text.isEmpty else {
      notices.notice = "there is nothing to copy"
      return []
    }
    guard text.utf8.count <= Self.mostBytes else {
      notices.notice = "too long to copy: \(text.utf8.count) bytes, at most \(Self.mostBytes)"
      return []
    }
    notices.notice = pages.isEmpty ? "copied: \(text)" : "copied: \(lines.count) lines"
    return [.copy(text)]
  }

  private func line(of entry: Entry) -> String {
    let place = entry.place.map { "(\($0.words(in: "")))" }
    return [entry.label, entry.message, place].compactMap(\.self).map(\.printable).joined(
      separator: "  ")
  }

  private var textLines: [String] {
    pageLines(Self.columns + 2).all.map { runs in
      var text = Substring(runs.map(\.text).joined().printable)
      while text.last == " " { text.removeLast() }
      return String(text)
    }
  }

  /// Asks for the file of the list or of the review document.
  mutating func askForFile(of export: Prompt.Export) {
    guard contents?.system != nil else {
      notices.notice = "nothing was read"
      return
    }
    let (label, hint) =
      switch export {
      case .list:
        ("write the list to: ", "\(rows.count) rows as shown; a name that ends in .txt, .csv, .md")
      case .document: ("write the document to: ", "a name that ends in .html or .md")
      }
    prompt = Prompt(purpose: .export(export), label: label, hint: hint, field: TextField())
  }

  /// Has written what was asked for.
  ///
  /// A file that is there already is overwritten where that was asked for a second time.
  func export(_ export: Prompt.Export, to path: String, overwrites: Bool) -> [Effect] {
    switch export {
    case .document: [.document(path: path)]
    case .list: [.save(rows: table, path: path, overwrites: overwrites)]
    }
  }

  /// The list as shown, the names of its columns in front.
  private var table: [[String]] {
    let place = { (entry: Entry) in entry.place?.words(in: "") ?? "" }
    guard view.showsFindings, let contents else {
      return [["name", view.noun.lowercased(), "place"]]
        + rows.map { [$0.label, $0.message, place($0)] }
    }
    return [["severity", "rule", "element", "message", "place"]]
      + rows.map { row in
        let finding = contents.finding(at: row.number)
        let severity = finding.severity.word
        return [
          row.label == severity ? severity : "\(severity), \(row.label)", finding.rule,
          finding.element, finding.message, place(row),
        ]
      }
  }
}
