import SourceText

/// What there is to say beside the list.
struct Notices {
  /// A sentence for the status line, until the next key.
  var notice: String? {
    didSet { isOfWriting = false }
  }
  /// Whether it says that a file was written here: the file is seen twice, then as it is.
  private(set) var isOfWriting = false
  /// The scenario that was written last, until the file is read again.
  var scenario: String?
  /// Why the last reload is not shown; the findings are those of the last good review.
  var banner: Problem?
  /// Findings that the last reload brought.
  var fresh: Set<String> = []

  /// Says that a file was written here.
  mutating func tell(written words: String?) {
    notice = words
    isOfWriting = words != nil
  }
}
