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
      hint: "a branch, a tag, a commit, HEAD~3", field: TextField(revision))
  }

  /// Has the description at a revision reviewed.
  mutating func differ(from revision: String) -> [Effect] {
    prompt = nil
    self.revision = revision
    notices.notice = "reviewing \(path) at \(revision) ..."
    return [.differ(from: revision)]
  }

  /// Shows the difference in place of the one before, or says why there is none.
  mutating func show(
    _ difference: Result<ReviewDiff, DescriptionChange.Refusal>, from revision: String
  ) {
    guard revision == self.revision else { return }
    switch difference {
    case .failure(let refusal): notices.notice = refusal.message
    case .success(let diff):
      notices.notice = nil
      let page = RevisionPage(revision: revision, diff: diff)
      if let place = pages.firstIndex(where: { $0.page is RevisionPage }) {
        pages[place] = OpenPage(page: page, top: pages[place].top)
      } else {
        open(page)
      }
    }
  }
}
