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
    var (gone, come) = (Set<Int>(), Set<Int>())
    for difference in new.difference(from: old) {
      switch difference {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var (edits, before, after) = ([FixEdit](), 0, 0)
    while before < old.count || after < new.count {
      guard gone.contains(before) || come.contains(after) else {
        (before, after) = (before + 1, after + 1)
        continue
      }
      var (start, first) = (before, after)
      while gone.contains(before) { before += 1 }
      while come.contains(after) { after += 1 }
      // Formats replace lines: what only comes is told with the line before it.
      if start == before, start > 0 { (start, first) = (start - 1, first - 1) }
      let text = new[first..<after].joined()
      guard start < before, old[start..<before].allSatisfy({ $0.last?.isNewline == true }),
        text.printableLines == text
      else { return [] }
      edits.append(
        FixEdit(path: change.path, line: start + 1, removed: before - start, text: text))
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
