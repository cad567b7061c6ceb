import Description
import Review
import SourceText

/// A description with some edits: the lines that differ, and how they are written.
struct EditedDescription {
  private let changes: [DescriptionChange]

  /// The edits of a description that was reviewed; fails where they cannot be made, or where the
  /// description would have faults that it has not.
  init(
    _ review: Review, _ edits: [DescriptionEdit], _ rules: RuleSet
  ) throws(DescriptionChange.Refusal) {
    guard let architecture = review.architecture else {
      throw DescriptionChange.Refusal("nothing was read")
    }
    changes = try DescriptionChange.all(edits, in: architecture, review.sources)
    let files = changes.reduce(GuardedFiles.access(around: review.path)) { files, change in
      files.replacing(change.path, with: change.new)
    }
    let read = DescriptionReader.read(
      path: review.path, files: files, catalogue: rules.catalogue, foreign: rules.importer)
    if let fault = read.problems.added(since: review.problems).first {
      throw DescriptionChange.Refusal(fault.message + (fault.remedy.map { "; \($0)" } ?? ""))
    }
  }

  /// The lines that differ, file by file.
  var difference: String {
    changes.map { "\($0.path)\n" + LineDifference($0.old, $0.new).text }.joined(separator: "\n")
  }

  /// Writes the files, each of which has to say what was read; what went wrong, if something did.
  func write() -> String? {
    for change in changes {
      if let failure = EditedFile(change.path).write(from: change.old, to: change.new) {
        return failure
      }
    }
    return nil
  }
}
