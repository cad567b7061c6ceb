import Description
import SourceText

/// Whole lines in place of others in a file: a part of what the fix of a finding changes.
package struct FixEdit: Hashable, Sendable {
  /// The file.
  package let path: String
  /// One-based line of the first one that goes.
  package let line: Int
  /// How many lines go, one at least.
  package let removed: Int
  /// The lines in their place, each with its end.
  package let text: String

  /// Each place in which a changed file differs; nothing where a line that goes has no end, or one
  /// that comes has signs that hide what it says.
  static func all(_ change: DescriptionChange) -> [FixEdit] {
    let (old, new) = (lines(change.old), lines(change.new))
    var edits: [FixEdit] = []
    for (gone, come) in LineDifference.hunks(old, new) {
      // Formats replace lines: what only comes is told with the line before it.
      let extra = gone.isEmpty && gone.lowerBound > 0 ? 1 : 0
      let replaced = old[gone.lowerBound - extra..<gone.upperBound]
      let text = new[come.lowerBound - extra..<come.upperBound].joined()
      guard !replaced.isEmpty, replaced.allSatisfy({ $0.last?.isNewline == true }),
        text.printableLines == text
      else { return [] }
      edits.append(
        FixEdit(
          path: change.path, line: replaced.startIndex + 1, removed: replaced.count, text: text))
    }
    return edits
  }

  /// The lines of a text, each with its end.
  private static func lines(_ text: String) -> [Substring] {
    var lines: [Substring] = []
    var rest = Substring(text)
    while let end = rest.utf8.firstIndex(of: UInt8(ascii: "\n")) {
      let next = rest.utf8.index(after: end)
      lines.append(rest[..<next])
      rest = rest[next...]
    }
    return rest.isEmpty ? lines : lines + [rest]
  }
}
