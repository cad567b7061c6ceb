import SourceText
import Testing

struct ColumnsTests {
  @Test(
    arguments: [
      ("abc", 3), ("日本", 4), ("e\u{301}", 1), ("\u{301}", 0), ("\u{2764}\u{FE0F}", 1),
      // The parts of a joined emoji count one by one.
      ("👩\u{200D}🚒", 4), ("a\u{1B}b", 8), ("", 0),
    ])
  func `a text is as wide as a terminal moves its cursor`(_ text: String, _ columns: Int) {
    #expect(text.columns == columns)
    #expect(text.padded(to: 9).columns == 9)
  }

  @Test func `what is cut off leaves a mark, and nothing is cut in half`() {
    #expect("abcdef".cut(to: 4, "…") == "abc…")
    #expect("日本語".cut(to: 4, "…") == "日…")
    #expect("abc".cut(to: 3, "…") == "abc")
    #expect("abc".cut(to: 1, "...") == "")
  }

  @Test func `lines break at blanks, and a long word stays whole or comes apart`() {
    let text = "see https://example.org/a for\nmore"
    #expect(text.wrapped(width: 10) == ["see", "https://example.org/a", "for", "more"])
    #expect(
      text.wrapped(width: 10, breakingWords: true)
        == ["see", "https://ex", "ample.org/", "a for", "more"])
    #expect("日本語 x".wrapped(width: 5, breakingWords: true) == ["日本", "語 x"])
    #expect("".wrapped(width: 5) == [""])
  }
}
