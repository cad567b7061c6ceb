import Description
import Findings
import SourceText

/// Whether the fix of a rule repairs what it finds in a description.
struct FixTest {
  let review: (String) -> Review

  /// What is wrong with the fixes of the findings of a description; empty when each of them repairs
  /// its finding and breaks nothing.
  func failures(of description: String) -> [String] {
    let before = review(description)
    guard let architecture = before.architecture else { return [] }
    return before.findings.filter { !$0.fix.isEmpty }.compactMap { finding in
      let text = SourceText(path: before.path, text: description)
      guard var editor = DescriptionEditor(text, architecture) else { return nil }
      for step in finding.fix where !editor.apply(step) {
        return "its fix finds no place for \(step.path.joined(separator: ".")) of "
          + "`\(step.element ?? "the system")`"
      }
      let after = review(editor.text)
      if let problem = after.problems.first {
        return "its fix of `\(finding.element)` is a mistake: \(problem.sentence)"
      }
      let isThere = after.findings.contains { $0.fingerprint == finding.fingerprint }
      return isThere ? "its fix leaves the finding on `\(finding.element)` as it is" : nil
    }
  }
}
