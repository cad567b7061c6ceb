/// Rules by what somebody types who does not know their names: a symptom, or words of a page.
package enum RuleSearch {
  /// The rules that are about a text, best first: of a part of an id, such as `queues/`, those
  /// whose id contains it, in the order of the book; else those whose pages have all of its words.
  ///
  /// A word in a title, or in what people call the smell, counts before one in the text; where some
  /// have it there, those that only mention it are left out.
  package static func rules(_ all: [Rule], about text: String) -> [Rule] {
    let stems = words(of: text).map(stem)
    guard !text.contains("/"), !text.contains("-"), !stems.isEmpty else {
      return all.filter { $0.id.contains(text.lowercased()) }
    }
    let ranks = all.enumerated().compactMap { number, rule in
      rank(of: rule, stems).map { (rule: rule, rank: $0, number: number) }
    }
    let best = ranks.map(\.rank).max() ?? 0
    let least = best >= Weight.title * stems.count ? Weight.summary * stems.count : 0
    return ranks.filter { $0.rank >= least }
      .sorted { ($1.rank, $0.number) < ($0.rank, $1.number) }.map(\.rule)
  }

  /// What a word counts, by where it stands.
  private enum Weight {
    static let (call, title, summary, text) = (8, 6, 3, 1)
    /// All words in one name of the smell.
    static let wholeCall = 100
  }

  /// How much a page says of all words; nil where one is missing.
  private static func rank(of rule: Rule, _ stems: [String]) -> Int? {
    let calls = rule.also.map { words(of: $0) }
    let parts: [(weight: Int, words: [String])] = [
      (Weight.call, calls.flatMap(\.self)), (Weight.title, words(of: rule.title + " " + rule.id)),
      (Weight.summary, words(of: rule.summary)), (Weight.text, words(of: rule.help)),
    ]
    var sum = 0
    for stem in stems {
      let part = parts.first { $0.words.contains { $0.hasPrefix(stem) } }
      guard let part else { return nil }
      sum += part.weight
    }
    // All words in one name of the smell are that name.
    let isCalled = calls.contains { call in
      stems.allSatisfy { stem in call.contains { $0.hasPrefix(stem) } }
    }
    return sum + (isCalled ? Weight.wholeCall : 0)
  }

  private static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "+" }.map(String.init)
  }

  /// A word without the endings of plurals and verbs, where something is left.
  private static func stem(_ word: String) -> String {
    let ending = ["ing", "ed", "es", "s", "e"].first { word.hasSuffix($0) } ?? ""
    return word.count - ending.count >= 4 ? String(word.dropLast(ending.count)) : word
  }
}
