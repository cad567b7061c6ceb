import SourceText

/// What is wrong with some texts: each mistake once, and of one kind no more than anybody reads.
///
/// A template or an anchor is read for every component that uses it, and a forgotten file makes
/// thousands of names unknown.
struct ProblemList: Sendable {
  /// How many mistakes of one kind are said one by one.
  static let limit = 100

  /// Mistakes of a kind that are not said one by one any more.
  struct Surplus {
    let code: String
    let weight: Problem.Weight
    /// Where the first of them is.
    let span: SourceSpan
    var count = 1
  }

  private struct Mistake: Hashable {
    let code: String
    let span: SourceSpan
    /// The wrong name, where several stand in one place.
    let name: String
  }

  private(set) var problems: [Problem] = []
  private(set) var surplus: [Surplus] = []
  private var known: Set<Mistake> = []
  private var counts: [String: Int] = [:]

  mutating func add(_ problem: Problem) { problems.append(problem) }

  /// Whether a mistake is to be said: it has not been said, and not too many of its kind have.
  mutating func isNews(
    _ code: String, _ name: String, at span: SourceSpan, _ weight: Problem.Weight
  ) -> Bool {
    guard known.insert(Mistake(code: code, span: span, name: name)).inserted else { return false }
    counts[code, default: 0] += 1
    guard counts[code, default: 0] > Self.limit else { return true }
    if let index = surplus.firstIndex(where: { $0.code == code }) {
      surplus[index].count += 1
    } else {
      surplus.append(Surplus(code: code, weight: weight, span: span))
    }
    return false
  }
}
