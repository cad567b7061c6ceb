import Description
import Review

/// How the findings stand against a revision.
extension ReviewScreen {
  /// Asks for the revision.
  mutating func askForRevision() {
    guard contents?.system != nil else {
      notices.notice = "nothing was read"
      return
    }
    prompt = Prompt(
      purpose: .revision, label: "compare with revision: ",
      hint: "a branch, a tag, a commit, HEAD~3",
      field: TextField(offering: askedRevision ?? revision))
  }

  /// Has the description at a revision reviewed.
  mutating func differ(from revision: String) -> [Effect] {
    prompt = nil
    askedRevision = revision
    notices.notice = "reviewing \(path) at \(revision) ..."
    return [.differ(from: revision)]
  }

  /// Shows the difference in place of the one before, or says why there is none.
  mutating func show(
    _ difference: Result<ReviewDiff, DescriptionChange.Refusal>, from revision: String
  ) {
    guard revision == askedRevision ?? self.revision else { return }
    askedRevision = nil
    switch difference {
    case .failure(let refusal): notices.notice = refusal.message
    case .success(let diff):
      self.revision = revision
      notices.notice = nil
      if suppositions.made.isEmpty { mark(diff) }
      let page = RevisionPage(revision: revision, diff: diff)
      if let place = pages.firstIndex(where: { $0.page is RevisionPage }) {
        pages[place] = OpenPage(page: page, top: pages[place].top)
      } else {
        open(page)
      }
    }
  }

  /// Marks the findings of the list by how they stand.
  private mutating func mark(_ diff: ReviewDiff) {
    contents?.compare(diff)
    guard let contents else { return }
    tabs.fill(from: contents)
    tabs.current.list.refresh()
  }

  /// Goes from a difference to the findings, the first one that changed selected.
  mutating func openFindings() {
    guard pages.last?.page is RevisionPage else { return goBack() }
    pages = []
    tabs.select { $0.showsFindings }
    list.changeFilter { $0.reset() }
    list.refresh(selecting: rows.first { $0.mark != nil }?.id)
  }
}
