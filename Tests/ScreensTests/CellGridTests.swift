import SourceText
import Testing

import Screens

struct CellGridTests {
  @Test func `a wide glyph has a head and a tail`() {
    var grid = CellGrid(width: 5, height: 1)
    grid.write("a日b", row: 0, column: 0)
    #expect(grid.row(0).map(\.glyph) == ["a", "日", nil, "b", " "])
    #expect(grid.text == ["a日b"])
  }

  @Test func `writing over half a wide glyph blanks the other half`() {
    var head = CellGrid(width: 4, height: 1)
    head.write("日本", row: 0, column: 0)
    head.write("x", row: 0, column: 1)
    #expect(head.row(0).map(\.glyph) == [" ", "x", "本", nil])
    head.write("y", row: 0, column: 2)
    #expect(head.row(0).map(\.glyph) == [" ", "x", "y", " "])
  }

  @Test func `a wide glyph over two others leaves no half behind`() {
    var grid = CellGrid(width: 4, height: 1)
    grid.write("日本", row: 0, column: 0)
    grid.write("語", row: 0, column: 1)
    #expect(grid.row(0).map(\.glyph) == [" ", "語", nil, " "])
  }

  @Test func `what is outside is cut off`() {
    var grid = CellGrid(width: 3, height: 2)
    grid.write("abcdef", row: 0, column: 1)
    grid.write("日", row: 1, column: 2)
    grid.write("lost", row: 2, column: 0)
    grid.write("lost", row: -1, column: -2)
    #expect(grid.text == [" ab", ""])
    #expect(CellGrid(width: -1, height: -1).text.isEmpty)
  }

  @Test func `marks stay with their base and joined emoji come apart`() {
    #expect("e\u{301}x".glyphs.map(\.character) == ["e\u{301}", "x"])
    #expect("\u{2764}\u{FE0F}".glyphs.map(\.character) == ["\u{2764}"])
    #expect("👩\u{200D}🚒".columns == 4)
    #expect("\u{301}a".columns == 1)
    #expect("\u{1B}[31m".glyphs.map { String($0.character) }.joined() == "\\u{1b}[31m")
  }

  @Test func `a text is cut with a mark`() {
    #expect("order".cut(to: 5, "…") == "order")
    #expect("orders".cut(to: 5, "…") == "orde…")
    #expect("日本語".cut(to: 4, "…") == "日…")
    #expect("orders".cut(to: 1, "...") == "")
  }

  @Test func `a word longer than the line comes apart`() {
    #expect("ab abcdefgh c".wrapped(width: 4, breakingWords: true) == ["ab", "abcd", "efgh", "c"])
    #expect("".wrapped(width: 4, breakingWords: true) == [""])
  }
}
