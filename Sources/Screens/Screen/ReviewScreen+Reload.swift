import Findings
import SourceText

extension ReviewScreen {
  /// Shows a new review, or says why the earlier one stays.
  mutating func show(_ new: Contents) {
    guard let old = contents, old.system != nil else {
      contents = new
      tabs.fill(from: new)
      return tabs.selectFirst(for: new)
    }
    if let error = new.error, old.error == nil || banner != nil {
      keep(old, because: error, new)
    } else {
      replace(old, by: new)
    }
  }

  /// Keeps the findings of a description that could be read; the mistakes are those of now.
  private mutating func keep(_ old: Contents, because error: Problem, _ new: Contents) {
    notices.banner = error
    notices.notice = nil
    var kept = old
    kept.problems = new.problems
    renew(kept)
  }

  private mutating func replace(_ old: Contents, by new: Contents) {
    let known = Set(old.findings.map(\.fingerprint))
    let now = new.findings.map(\.fingerprint).filter { !known.contains($0) }
    notices = Notices(notice: new.changes(since: old), banner: nil, fresh: Set(now))
    renew(new)
  }

  /// Moves every list's selection to where its entry is now; a text whose entry is gone closes.
  private mutating func renew(_ new: Contents) {
    let shown = list.id
    contents = new
    tabs.fill(from: new)
    list.refresh()
    if selected?.id != shown { pages.removeAll(where: \.page.isAboutEntry) }
  }
}
