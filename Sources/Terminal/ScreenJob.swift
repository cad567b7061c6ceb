package import Description
package import Review
package import Screens

/// What the screen is opened for.
package struct ScreenJob {
  /// Makes a review, with some values in place of those in the file; and the files that were asked
  /// for, there or not.
  package typealias Making = @Sendable ([Change]) -> (review: Review, files: [String])
  /// Makes edits of the description that was reviewed: the lines that differ, and what writes
  /// them, which says why it could not.
  package typealias Editing =
    (Review, [DescriptionEdit]) -> Result<Edit, DescriptionChange.Refusal>
  /// Edits that can be made.
  package typealias Edit = (difference: String, write: () -> String?)

  /// Writes down a decision to live with a finding of the review; why not, if it could not.
  package typealias Accepting = (Review, Prompt.Decision) -> String?

  /// Writes rows, the first one naming the columns, to a file, over what is there where it may; why
  /// not, if it could not.
  package typealias Saving = ([[String]], String, _ overwrites: Bool) -> String?
  /// Writes the document of the review to a file; why not, if it could not.
  package typealias Documenting = (Review, String) -> String?

  /// Reviews the description of a review at a revision: how the findings stand against it, or why
  /// that is not known.
  package typealias Comparing =
    @Sendable (Review, String) -> Result<ReviewDiff, DescriptionChange.Refusal>

  let path: String
  let manual: (String) -> String?
  let isColoured: Bool
  /// Whether nothing but ASCII is drawn, whatever the terminal shows.
  let isASCII: Bool
  let start: ScreenStart
  let review: Making
  let editor: Editing
  let accepting: Accepting
  let saving: Saving
  let documenting: Documenting
  let comparing: Comparing

  /// A job: the description's path, whether it has colours, where it begins, how a rule's page is
  /// looked up by its id, how the description is edited, how findings are accepted, how lists and
  /// the document are written, how revisions are compared with, and how a review is made.
  package init(
    path: String, isColoured: Bool, isASCII: Bool = false, start: ScreenStart = ScreenStart(),
    manual: @escaping (String) -> String?,
    editor: @escaping Editing, accepting: @escaping Accepting, saving: @escaping Saving,
    documenting: @escaping Documenting, comparing: @escaping Comparing, review: @escaping Making
  ) {
    self.path = path
    self.manual = manual
    self.editor = editor
    self.accepting = accepting
    self.saving = saving
    self.documenting = documenting
    self.comparing = comparing
    self.isColoured = isColoured
    self.isASCII = isASCII
    self.start = start
    self.review = review
  }
}

extension Result<ScreenJob.Edit, DescriptionChange.Refusal> {
  /// Writes the edits; why they are not written, if they are not.
  func written() -> String? {
    switch self {
    case .success(let edit): edit.write()
    case .failure(let refusal): refusal.message
    }
  }
}
