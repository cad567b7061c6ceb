import Findings
import Review
import SourceText

/// reviewdog's Diagnostic Format (rdjson), which comments on the changed lines of a review.
///
/// Columns count bytes of UTF-8 (its proto, `Position`). What it posts as a comment calls nobody
/// and links to nothing by itself; the fix of a finding is a suggestion. Findings that are accepted
/// or known are informational and say so.
struct RDJSONReport: Report {
  private let frame = Placeholder.parts(
    of: JSONValue.members([
      "source": .members(["name": .string(Tool.name)]), "diagnostics": .array([.placeholder]),
    ]).text)
  let separator = ",\n    "

  func head(_ run: RunSummary) -> String { frame.head }

  func pieces(_ subject: ReportSubject) -> [ReportPiece] {
    let edits = subject.review.fixEdits
    return subject.review.entries.map { entry in
      // A comment suggests lines of its own file, and what ends its code is none of them.
      let own = (edits[entry.finding?.fingerprint ?? ""] ?? []).filter {
        $0.path == entry.path && !$0.text.contains("```")
      }
      return ReportPiece(diagnostic(entry, own).text(indent: 2))
    }
  }

  func tail(_ run: RunSummary, written: Int, left: Int) -> String { frame.tail }

  private func diagnostic(_ entry: ReportEntry, _ edits: [FixEdit]) -> JSONValue {
    .members([
      "message": .string(Markdown.unlinked(entry.remarkedSentence)),
      "location": .members([
        "path": .string(entry.path.printable),
        "range": entry.place.map { place in
          .members([
            "start": position(place.start.line, place.startByte),
            "end": position(place.end.line, place.endByte),
          ])
        },
      ]),
      "severity": .string(severity(entry)),
      "code": .members(["value": .string(entry.rule.printable)]),
      "suggestions": edits.isEmpty ? nil : .array(edits.map(suggestion)),
    ])
  }

  /// Whole lines in place of others, the end of the last one left out.
  private func suggestion(_ edit: FixEdit) -> JSONValue {
    .members([
      "range": .members([
        "start": .members(["line": .integer(edit.line)]),
        "end": .members(["line": .integer(edit.line + edit.removed - 1)]),
      ]), "text": .string(edit.text.hasSuffix("\n") ? String(edit.text.dropLast()) : edit.text),
    ])
  }

  private func position(_ line: Int, _ column: Int) -> JSONValue {
    .members(["line": .integer(line), "column": .integer(column)])
  }

  private func severity(_ entry: ReportEntry) -> String {
    if entry.isQuiet { return "INFO" }
    return switch entry.level {
    case .error: "ERROR"
    case .warning: "WARNING"
    case .note: "INFO"
    }
  }
}
