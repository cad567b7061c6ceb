import Findings
import SourceText

extension Contents {
  /// What became of findings, questions, problems and headroom since an earlier review, in words;
  /// nil where nothing did.
  func changes(since old: Contents) -> String? {
    let (before, now) = (Set(old.open.map(\.fingerprint)), Set(open.map(\.fingerprint)))
    let accepted = findings.count { $0.accepted != nil && before.contains($0.fingerprint) }
    let counts = [
      (before.subtracting(now).count - accepted, "fixed"), (accepted, "accepted"),
      (now.subtracting(before).count, "new"),
      (gone(old.questions.map(\.id), questions.map(\.id)), "answered"),
      (gone(old.problems.map(\.id), problems.map(\.id)), "mended"),
    ]
    var words = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if let now = headroom, let before = old.headroom, now != before {
      words.append("headroom \(now), was \(before)")
    }
    return words.isEmpty ? nil : words.joined(separator: ", ")
  }

  /// How many of some identities are no longer there.
  private func gone(_ before: [String], _ now: [String]) -> Int {
    Set(before).subtracting(now).count
  }
}
