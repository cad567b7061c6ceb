/// The lines in which a text differs from an earlier one.
package struct LineDifference {
  /// Each place that differs: its line in the later text, what went, and what came.
  package let text: String

  /// The difference of two texts, by the fewest lines.
  package init(_ old: String, _ new: String) {
    let (old, new) = (Self.lines(old), Self.lines(new))
    text = Self.hunks(old, new).map { gone, come in
      "@@ line \(come.lowerBound + 1) @@\n" + old[gone].map { "-\($0)\n" }.joined()
        + new[come].map { "+\($0)\n" }.joined()
    }.joined()
  }

  /// The places at which lines differ: which of the earlier ones go, and which of the later ones
  /// come, by their numbers from 0.
  ///
  /// (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986.)
  package static func hunks(
    _ old: [Substring], _ new: [Substring]
  ) -> [(gone: Range<Int>, come: Range<Int>)] {
    var (gone, come) = (Set<Int>(), Set<Int>())
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var (hunks, before, after) = ([(gone: Range<Int>, come: Range<Int>)](), 0, 0)
    while before < old.count || after < new.count {
      guard gone.contains(before) || come.contains(after) else {
        (before, after) = (before + 1, after + 1)
        continue
      }
      let (start, first) = (before, after)
      while gone.contains(before) { before += 1 }
      while come.contains(after) { after += 1 }
      hunks.append((start..<before, first..<after))
    }
    return hunks
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}
