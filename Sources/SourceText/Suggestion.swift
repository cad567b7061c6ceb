/// The candidate a misspelt word most likely means, or nil when none is near.
///
/// Near is at most a third of the word's length in edits (insert, delete, replace, swap), and at
/// least one. Of equally near candidates the first wins. Only the first 2,000 candidates are
/// compared, so that a broken file of any size is answered at once.
package func suggestion(for word: String, among candidates: some Sequence<String>) -> String? {
  var budget = Int.max
  return suggestion(for: word, among: candidates, within: &budget)
}

/// The same for one word of many: pairs of letters that are compared come off a budget, and what is
/// asked when it is used up has no answer.
package func suggestion(
  for word: String, among candidates: some Sequence<String>, within budget: inout Int,
  lettersPerEdit: Int = 3
) -> String? {
  guard budget > 0 else { return nil }
  let wanted = letters(of: word)
  var distance = EditDistance()
  var limit = max(1, wanted.count / lettersPerEdit)
  var best: String?
  for candidate in candidates.prefix(2000) where candidate != word {
    let edits = distance.between(wanted, letters(of: candidate), atMost: limit, &budget)
    guard budget > 0 else { return nil }
    guard let edits else { continue }
    best = candidate
    limit = edits - 1
    if limit < 0 { break }
  }
  return best
}

/// What to answer to a word that was probably meant to be another one.
package func didYouMean(_ word: String) -> String { "did you mean `\(word)`?" }

/// What stands behind a sentence about a word that there is not: what was probably meant, or
/// something else where nothing is near.
package func hint(_ near: String?, else rest: String = "") -> String {
  near.map { "; " + didYouMean($0) } ?? rest
}

/// What is compared of a word: its start, whatever the case.
private func letters(of word: String) -> [Unicode.Scalar] {
  Array(word.lowercased().unicodeScalars.prefix(64))
}

/// Optimal string alignment distance: Levenshtein's with swaps of neighbours.
///
/// It keeps its three rows, since one word is compared with thousands.
private struct EditDistance {
  private var beforeLast: [Int] = []
  private var last: [Int] = []
  private var current: [Int] = []

  /// The edits from one word to another; nil when there are more than a limit.
  mutating func between(
    _ left: [Unicode.Scalar], _ right: [Unicode.Scalar], atMost limit: Int, _ budget: inout Int
  ) -> Int? {
    guard abs(left.count - right.count) <= limit else { return nil }
    last.removeAll(keepingCapacity: true)
    last.append(contentsOf: 0...right.count)
    for (row, a) in left.enumerated() {
      current.removeAll(keepingCapacity: true)
      current.append(row + 1)
      budget -= right.count
      var least = row + 1
      for (column, b) in right.enumerated() {
        var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (a == b ? 0 : 1))
        if row > 0, column > 0, a == right[column - 1], left[row - 1] == b {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
        least = min(least, cost)
      }
      // A row's least never falls from one row to the next.
      guard least <= limit else { return nil }
      (beforeLast, last, current) = (last, current, beforeLast)
    }
    return last[right.count] <= limit ? last[right.count] : nil
  }
}
