import Architecture
import Description
import Findings
import SourceText

extension Review {
  /// Fixes that are worked out; each reads its file once more.
  private static let mostFixes = 100
  /// Bytes of a description beyond which none is.
  private static let mostBytes = 1_000_000

  /// What the fixes of open findings change, by their fingerprints, the first findings only.
  ///
  /// The same edits as those of `tenfold fix`, which also tries each and reviews again.
  package var fixEdits: [String: [FixEdit]] {
    guard let architecture, sources.texts.allSatisfy({ $0.whole.utf8.count <= Self.mostBytes })
    else { return [:] }
    let fixable = open.filter { !$0.fix.isEmpty }.prefix(Self.mostFixes)
    let edits = fixable.compactMap { finding -> (String, [FixEdit])? in
      guard let changes = try? DescriptionChange.all(finding.fix, in: architecture, sources) else {
        return nil
      }
      let edits = changes.map(FixEdit.all)
      return edits.contains(where: \.isEmpty) ? nil : (finding.fingerprint, edits.flatMap(\.self))
    }
    return Dictionary(edits) { first, _ in first }
  }
}
