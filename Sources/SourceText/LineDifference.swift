/// The lines in which a text differs from an earlier one.
package struct LineDifference {
  /// Each place that differs: its line in the later text, what went, and what came.
  package let text: String

  /// The difference of two texts, by the fewest lines.
  ///
  /// (E. W. Myers, "An O(ND) Difference Algorithm and Its Variations", Algorithmica 1, 1986.)
  package init(_ old: String, _ new: String) {
    let (old, new) = (Self.lines(old), Self.lines(new))
    var (gone, come) = (Set<Int>(), Set<Int>())
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var (text, before, after) = ("", 0, 0)
    while before < old.count || after < new.count {
      guard gone.contains(before) || come.contains(after) else {
        (before, after) = (before + 1, after + 1)
        continue
      }
      var (removed, added) = ("", "")
      let line = after + 1
      while gone.contains(before) || come.contains(after) {
        if gone.contains(before) {
          removed += "-\(old[before])\n"
          before += 1
        } else {
          added += "+\(new[after])\n"
          after += 1
        }
      }
      text += "@@ line \(line) @@\n" + removed + added
    }
    self.text = text
  }

  private static func lines(_ text: String) -> [Substring] {
    text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}
