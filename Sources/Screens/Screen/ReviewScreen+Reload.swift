import Findings
import SourceText

extension ReviewScreen {
  /// Shows a new review, or says why the earlier one stays.
  mutating func show(_ new: Contents) {
    guard let old = contents, old.system != nil else {
      contents = new
      tab = new.findings.isEmpty && new.error != nil ? .problems : .findings
      return refresh()
    }
    if let error = new.error, old.error == nil || banner != nil {
      keep(because: error, new)
    } else {
      replace(old, by: new)
    }
  }

  /// Keeps the findings of a description that could be read; the mistakes are those of now.
  private mutating func keep(because error: Problem, _ new: Contents) {
    banner = error
    notice = nil
    contents?.problems = new.problems
    refreshAll()
  }

  private mutating func replace(_ old: Contents, by new: Contents) {
    let known = Set(old.findings.map(\.fingerprint))
    let now = new.findings.map(\.fingerprint).filter { !known.contains($0) }
    banner = nil
    fresh = Set(now)
    notice = new.changes(since: old)
    contents = new
    refreshAll()
  }

  /// Moves every list's selection to where its entry is now; a text whose entry is gone closes.
  private mutating func refreshAll() {
    let shown = cursor.id
    refresh()
    if selected?.id != shown { pages.removeAll { $0.page != .help } }
  }
}
