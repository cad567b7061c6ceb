import SourceText

/// What there is to say beside the list.
struct Notices {
  /// A sentence for the status line, until the next key.
  var notice: String?
  /// Why the last reload is not shown; the findings are those of the last good review.
  var banner: Problem?
  /// Findings that the last reload brought.
  var fresh: Set<String> = []
}
