import Findings
import SourceText

extension Contents {
  /// How many names are told of what changed in one way; the others are counted.
  private static let mostNames = 2

  /// What became of headroom, findings, questions and problems since an earlier review, by name;
  /// nil where nothing did.
  func changes(since old: Contents) -> String? {
    let (before, now) = (Set(old.open.map(\.fingerprint)), Set(open.map(\.fingerprint)))
    let accepted = findings.filter { $0.accepted != nil && before.contains($0.fingerprint) }
    let kept = now.union(accepted.map(\.fingerprint))
    let parts = [
      Self.told(old.open.filter { !kept.contains($0.fingerprint) }.map(\.name), "fixed"),
      Self.told(accepted.map(\.name), "accepted"),
      Self.told(open.filter { !before.contains($0.fingerprint) }.map(\.name), "new"),
      Self.told(gone(old.questions, questions, by: \.id).map(\.name), "answered"),
      Self.told(gone(old.problems, problems, by: \.id).map(\.message), "mended"),
    ]
    var words = parts.compactMap(\.self)
    if let now = headroom, let before = old.headroom, now != before {
      words.insert("headroom \(now), was \(before)", at: 0)
    }
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }

  /// What is no longer there.
  private func gone<Item>(_ before: [Item], _ now: [Item], by id: (Item) -> String) -> [Item] {
    let now = Set(now.map(id))
    return before.filter { !now.contains(id($0)) }
  }

  private static func told(_ names: [String], _ verb: String) -> String? {
    guard !names.isEmpty else { return nil }
    let rest = names.count - mostNames
    return "\(names.count) \(verb): \(names.prefix(mostNames).joined(separator: ", "))"
      + (rest > 0 ? " and \(rest) more" : "")
  }
}

extension JudgedFinding {
  /// What it is called where there is no room for its message.
  fileprivate var name: String { "\(self.rule) on \(self.element)" }
}

extension Question {
  /// What it asks about.
  fileprivate var name: String { "\(property) of \(element)" }
}
