import Architecture
import Description
import Import
import Review
import Testing
import TestSupport

/// What the pages of formats say, held against what is read.
@Suite struct PageTests {
  static let pages = FormatPages(RuleSet.builtInPages)

  @Test(arguments: pages.ids)
  func `a page is right`(_ id: String) {
    #expect(Self.pages.problems(of: id) == [])
    #expect(Self.pages.page(id).name != id)
  }

  @Test(arguments: FormatNames.all)
  func `a format has a page that says what it cannot say, with an example`(_ id: String) {
    let page = Self.pages.page(id)
    #expect(!page.silence.isEmpty)
    #expect(!page.examples.isEmpty)
  }

  @Test(arguments: pages.ids)
  func `an example is read as its page says`(_ id: String) {
    for example in Self.pages.page(id).examples {
      let read = Imported(["input": example.input])
      #expect(read.lines.sorted() == example.expected.sorted(), "\(id), line \(example.line)")
      #expect(read.result.problems == [])
    }
  }
}
