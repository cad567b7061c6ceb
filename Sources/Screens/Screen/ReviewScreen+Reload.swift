import Findings
import Description
import Review
import SourceText

extension ReviewScreen {
  /// Shows what the file says now; what is supposed is looked at again on top of it.
  mutating func reload(_ new: Contents) -> [Effect] {
    guard suppositions.made.isEmpty else {
      suppositions.file = new
      return [.suppose(suppositions.current.map(\.change))]
    }
    suppositions.file = nil
    show(new)
    // What is being typed stays in sight.
    if prompt != nil { notices.notice = nil }
    return wishes
  }

  /// What the views, and an open difference, need beyond what is shown.
  private var wishes: [Effect] {
    let isCompared = pages.contains { $0.page is RevisionPage }
    return (isCompared ? [.differ(from: revision)] : [])
      + (contents.map { contents in tabs.all.flatMap { $0.view.wishes(of: contents) } } ?? [])
  }

  /// Shows the system without some things.
  mutating func show(solved variant: SolvedVariant) {
    contents?.outline?.keep(variant)
    guard let contents else { return }
    tabs.fill(from: contents)
    tabs.current.list.refresh()
  }

  /// Shows a review with other values than those in the file, unless they are others by now.
  mutating func show(supposed new: Contents, _ changes: [Change]) -> [Effect] {
    guard changes == suppositions.current.map(\.change) else { return [] }
    if let error = new.error, suppositions.file?.error == nil {
      return withdraw(because: error)
    }
    let notice = notices.notice
    notices = Notices()
    notices.notice = notice
    renew(new)
    return wishes
  }

  /// Supposes no longer what came last and cannot be; what is shown is as before it.
  private mutating func withdraw(because error: Problem) -> [Effect] {
    suppositions.drop()
    notices = Notices()
    notices.notice = error.message
    guard suppositions.made.isEmpty, let file = suppositions.file else {
      return [.suppose(suppositions.current.map(\.change))]
    }
    suppositions.clear()
    renew(file)
    return wishes
  }

  /// Shows a new review, or says why the earlier one stays.
  mutating func show(_ new: Contents) {
    guard let old = contents, old.system != nil else {
      contents = new
      tabs.fill(from: new)
      tabs.selectFirst(for: new)
      return beginOnce()
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
    let written = notices.isOfWriting ? notices.notice : nil
    // What a scenario brings is no loss of the system as it is.
    if let scenario = notices.scenario {
      let place = new.outline?.place(ofScenario: scenario)
      let line = place.map { ", \($0.path):\($0.start.line)" } ?? ""
      notices = Notices()
      notices.tell(written: "scenario \(scenario.printable) written" + line)
    } else if let words = new.changes(since: old) {
      notices = Notices()
      notices.notice = words
      notices.fresh = Set(now)
    } else {
      notices = Notices()
      notices.tell(written: written)
      if written == nil { notices.notice = "nothing changed" }
    }
    renew(new)
  }

  /// Moves every list's selection to where its entry is now; a text whose entry is gone closes.
  mutating func renew(_ new: Contents) {
    let shown = tabs.current.list.id
    contents = new
    tabs.fill(from: new)
    tabs.current.list.refresh()
    refreshPalette()
    // A value of another element may stand in its place by now.
    if case .value = prompt?.purpose { prompt = nil }
    renewInterview()
    if tabs.current.list.selected?.id != shown { pages.removeAll(where: \.page.isAboutEntry) }
  }
}
