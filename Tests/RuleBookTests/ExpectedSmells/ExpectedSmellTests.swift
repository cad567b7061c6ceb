import Review
import TestSupport
import Testing

/// The smells that an architect expects a review to notice are noticed.
@Suite struct ExpectedSmellTests {
  @Test(arguments: ExpectedSmell.all)
  func `a small system with a smell is found or asked about`(_ smell: ExpectedSmell) {
    let review = review(smell.description)
    #expect(review.problems == [])
    let noticed = Set(review.findings.map(\.rule)).union(review.questions.flatMap(\.rules))
    #expect(smell.rules.filter { !noticed.contains($0) } == [], "neither found nor asked")
  }

  @Test(arguments: ExpectedSmell.all.filter { $0.reason != nil })
  func `what is no smell by itself is not found`(_ choice: ExpectedSmell) {
    #expect(review(choice.description).findings == [])
  }

  @Test func `each smell is of rules that there are, and of one that finds it`() {
    for smell in ExpectedSmell.all where smell.reason == nil {
      let found = Set(review(smell.description).findings.map(\.rule))
      #expect(!found.isDisjoint(with: smell.rules), "\(smell.title) is only asked about")
      #expect(smell.rules.allSatisfy { RuleSet.builtIn[$0] != nil }, "\(smell.title)")
    }
  }
}
