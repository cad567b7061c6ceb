import Findings
import SourceText
import Testing

@Suite struct SourceTextTests {
  @Test func `lines end with LF, CR LF or CR, and columns count scalars`() {
    let text = SourceText(path: "a", text: "one\r\nzwei é日x\rdrei\nvier")
    #expect(text.lineCount == 4)
    #expect(text.position(at: 5) == SourcePosition(line: 2, column: 1))
    let offset = Array("one\r\nzwei é日".utf8).count
    #expect(text.position(at: offset) == SourcePosition(line: 2, column: 8))
    #expect(text.string(text.lineRange(2)) == "zwei é日x")
    #expect(text.position(at: 10_000).line == 4)
  }

  @Test func `a byte order mark goes, and what is not text is replaced where it stands`() {
    let (text, flaws) = SourceText.clean(
      path: "a", bytes: [0xEF, 0xBB, 0xBF] + Array("a\u{1}b".utf8) + [0xFF, 0x63])
    #expect(text.string(0..<10) == "a?b?c")
    #expect(flaws == [.controlCharacter(1, offset: 1), .invalidUTF8(offset: 3)])
  }

  static let illFormed: [([UInt8], Int)] = [
    ([0xC0, 0x80], 2), ([0xED, 0xA0, 0x80], 3), ([0xF5, 0x80, 0x80, 0x80], 4),
    ([0xE2, 0x82], 2), ([0xC2, 0x9B], 2), ([0xEF, 0xBF, 0xBF], 3),
  ]

  @Test(arguments: illFormed)
  func `ill-formed UTF-8, surrogates and C1 controls are flaws`(_ bytes: [UInt8], _ count: Int) {
    #expect(SourceText.clean(path: "a", bytes: bytes + [0x41]).1.count == count)
  }

  @Test(arguments: ["é", "日本", "😀", "a\tb", "\u{85}"])
  func `well-formed UTF-8 is left alone`(_ string: String) {
    let (text, flaws) = SourceText.clean(path: "a", bytes: Array(string.utf8))
    #expect(flaws == [])
    #expect(text.string(0..<100) == string)
  }

  @Test func `what is printed obeys nothing`() {
    #expect(
      "\u{1B}[31mred\u{7}\u{202E}x\u{9B}".printable == "\\u{1b}[31mred\\u{7}\\u{202e}x\\u{9b}")
    #expect("a\tb\nc".printable == "a b\\u{a}c")
    #expect("日本 é".printable == "日本 é")
  }

  @Test func `a CI server's commands stay readable, and headings as they are`() {
    #expect("x ##teamcity[buildStop]".printable == "x #\\u{23}teamcity[buildStop]")
    #expect("a ##vso[x] ##[y]".printable == "a #\\u{23}vso[x] #\\u{23}[y]")
    for plain in ["## Find", "##teamcity", "#teamcity[x", "## [x]"] {
      #expect(plain.printable == plain)
    }
  }

  /// One of each kind: soft hyphen, directions, blanks without a width, separators, marks of the
  /// byte order, fillers, annotations and tags.
  @Test(
    arguments: [
      0xAD, 0x61C, 0x115F, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028, 0x2029, 0x202A, 0x202E, 0x2060,
      0x2064, 0x2066, 0x2069, 0x206F, 0x3164, 0xFEFF, 0xFFF9, 0xE0001, 0xE0041, 0xE007F, 0x85, 0x9B,
    ] as [UInt32])
  func `what nobody sees is shown`(_ value: UInt32) throws {
    let scalar = try #require(Unicode.Scalar(value))
    let digits = String(value, radix: 16)
    #expect("a\(scalar)b".printable == "a\\u{\(digits)}b")
    let json = JSONValue.string("a\(scalar)b").text
    #expect(json.utf8.allSatisfy { $0 < 0x80 } && json.hasPrefix("\"a\\u"))
  }

  @Test func `JSON escapes a scalar beyond the basic plane by two units`() {
    #expect(JSONValue.string("\u{E0041}\u{1D173}").text == #""\udb40\udc41\ud834\udd73""# + "\n")
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (0.1 + 0.2, "0.3"), (2.0 / 3, "0.666667"), (-1.5, "-1.5"),
    (13.975155279503106, "13.9752"), (0.99999999, "1"), (999_999.96, "1000000"),
    (1_234_567.5, "1234568"), (99_999.96, "100000"), (12_345.678, "12345.7"),
    (1.25e-05, "0.0000125"), (1.2345678e-07, "0.000000123457"), (1e-16, "0"),
    (1e18, "1000000000000000000"), (.infinity, "null"), (.nan, "null"), (-1e-16, "0"),
    (100, "100"), (0.05, "0.05"), (9.9999995e-4, "0.001"),
  ])
  func `JSON has numbers of six digits without an exponent`(_ number: Double, _ text: String) {
    #expect(JSONValue.number(number).text == text + "\n")
  }

  @Test func `a joiner is shown where it joins nothing`() {
    #expect("pay\u{200D}ments \u{200C}x".printable == "pay\\u{200d}ments \\u{200c}x")
    for joined in ["👩\u{200D}🚒", "می\u{200C}خواهم", "\u{2764}\u{FE0F}"] {
      #expect(joined.printable == joined)
    }
    #expect("é\u{200C}\u{200D}x".printable == "é\u{200C}\\u{200d}x")
  }

  @Test func `lines are made safe one by one, and stay lines`() {
    #expect(
      "## A\r\n::error::b\n\rc\u{202E}\r\u{1B}[2J\n".printableLines
        == "## A\n\\u{3a}:error::b\n\\u{d}c\\u{202e}\\u{d}\\u{1b}[2J\n")
    #expect("".printableLines == "" && "a".printableLines == "a")
  }

  @Test func `blanks before a formula do not hide it, nor does its width`() {
    for text in [" =1+1", "\t=1+1", "\u{A0}@x", "＝1+1", "  ＋1", "＠x", "－x"] {
      #expect(csvText([[text]]).hasPrefix("'"), "\(text)")
    }
    #expect(csvText([["-1.5", "a=b", "x -1"]]) == "-1.5,a=b,x -1\r\n")
  }

  @Test func `carets stand under the span, wide characters counted twice`() {
    var sources = SourceSet()
    let number = sources.add(SourceText(path: "a", text: "名前: kaputt"))
    let (text, carets) = sources.place(of: SourceSpan(source: number, 8..<14)).caretLines()
    #expect(text == "名前: kaputt")
    #expect(carets == "      ^^^^^^")
  }

  @Test func `an excerpt of a huge line is a window round the span`() {
    var sources = SourceSet()
    let line = String(repeating: "x", count: 1_000_000)
    let number = sources.add(SourceText(path: "a", text: line + "NEEDLE" + line))
    let (text, carets) = sources.place(of: SourceSpan(source: number, 1_000_000..<1_000_006))
      .caretLines()
    #expect(text.contains("NEEDLE") && text.count <= 90)
    #expect(text.hasPrefix("…x") && text.hasSuffix("x…"))
    #expect(carets == String(repeating: " ", count: 21) + "^^^^^^")
  }

  @Test func `columns of a line of many blocks count every scalar once`() {
    let line = String(repeating: "aé日😀", count: 5000)
    let text = SourceText(path: "a", text: "x\n" + line)
    for count in [0, 1, 4095, 4096, 4097, 10_000, 20_000] {
      let offset = 2 + line.unicodeScalars.prefix(count).reduce(0) { $0 + String($1).utf8.count }
      #expect(text.position(at: offset) == SourcePosition(line: 2, column: count + 1))
    }
  }

  @Test(arguments: [
    ("replcas", "replicas"), ("timout", "timeout"), ("visibilty", "visibility"), ("tset", "test"),
  ])
  func `a near word is suggested`(_ word: String, _ meant: String) {
    #expect(suggestion(for: word, among: ["replicas", "timeout", "visibility", "test"]) == meant)
  }

  @Test func `a far word is not suggested`() {
    #expect(suggestion(for: "colour", among: ["replicas", "timeout"]) == nil)
  }

  @Test func `many words together are compared within a budget`() {
    var budget = 1000
    let word = String(repeating: "a", count: 20)
    let candidates = (0..<100).map { word + "\($0)" }
    let found = (0..<10).compactMap { _ in
      suggestion(for: word, among: candidates, within: &budget)
    }
    #expect(found.count < 3)
    #expect(budget > -500)
  }

  @Test func `no combining mark disarms an escape`() {
    for text in [
      "\u{600}##[error]x", "##[\u{301}error]x", "##vso[\u{301}x", "#\u{301}##[x",
      "x ###teamcity[buildStop]", "##TeamCity[\u{301}x", "####teamcity[x", "##teamcity[",
    ] {
      for form in [text.printable, JSONValue.string(text).text] {
        for command in ["##[", "##vso[", "##teamcity[", "##TeamCity["] {
          #expect(form.utf8.firstRange(of: command.utf8) == nil, "\(form)")
        }
      }
    }
    let fields = csvText([["a\"\u{301},=b", "=\u{301}1", "\u{301}"]])
    #expect(fields == "\"a\"\"\u{301},=b\",'=\u{301}1,\u{301}\r\n")
  }

  @Test func `no line of a paragraph is a command to a log`() {
    #expect("aaaa ::error::x ::b".wrapped(width: 6) == ["aaaa", "\\u{3a}:error::x", "\\u{3a}:b"])
  }

  @Test func `a long name is cut, marks without a width counted`() {
    #expect("name".abridged == "name")
    let marks = String(repeating: "\u{301}", count: 1_000)
    #expect(("a" + marks).abridged.unicodeScalars.count == 120)
  }

  @Test func `JSON escapes what is not plain and has no infinity`() {
    let value = JSONValue.members([
      "a\"b": .string("x\u{1B}\n"), "n": .number(.infinity), "e": .array([]),
    ])
    #expect(value.text == "{\n  \"a\\\"b\": \"x\\u001b\\n\",\n  \"n\": null,\n  \"e\": []\n}\n")
  }

  @Test func `a word is near to another within a third of its letters`() {
    #expect(suggestion(for: "abcdef", among: ["abcdxy"]) == "abcdxy")
    #expect(suggestion(for: "abcdef", among: ["abcxyz"]) == nil)
    #expect(suggestion(for: "abcdefghi", among: ["abcdefxyz"]) == "abcdefxyz")
    #expect(suggestion(for: "abcdefghi", among: ["abcdewxyz"]) == nil)
  }
}

@Suite struct UnitTests {
  @Test(
    arguments: [
      (0.2, "200 ms"), (30, "30 s"), (90, "90 s"), (40, "40 s"), (300, "5 min"), (86400, "1 d"),
      (345_600, "4 d"), (5400, "90 min"), (0, "0 s"), (.infinity, "unlimited"), (0.0005, "500 us"),
      (223_200, "62 h"), (400, "400 s"), (93_600, "26 h"), (18 * 2_629_800, "18 months"),
      (0.002361, "2.361 ms"), (250_000, "2.894 d"),
    ] as [(Double, String)])
  func `times`(_ seconds: Double, _ words: String) {
    #expect(Unit.seconds.format(seconds) == words)
  }

  @Test(
    arguments: [
      (40, "40/s"), (2500, "2500/s"), (12_345, "12.35k/s"), (0.05, "3/min"), (0.5, "30/min"),
      (0, "0/s"),
    ] as [(Double, String)])
  func `rates`(_ rate: Double, _ words: String) { #expect(Unit.perSecond.format(rate) == words) }

  @Test(
    arguments: [
      (3.85, "3.8x"), (1e15, "1000000000000000x"), (4.999999999999999e24, "more than 1e15x"),
      (.infinity, "unlimited"), (0.000012, "0.000012x"),
    ] as [(Double, String)])
  func `multiples`(_ multiple: Double, _ words: String) {
    #expect(Unit.multiple.format(multiple) == words)
  }

  @Test(
    arguments: [
      (1e15, "1000000000000000"), (-4e20, "less than -1e15"), (4e20, "more than 1e15"),
      (0.00001234, "0.00001234"), (-0.00005, "-0.00005"), (0.001, "0.001"), (1e-12, "0"),
    ] as [(Double, String)])
  func `no number has an exponent that people do not write`(_ number: Double, _ words: String) {
    #expect(Unit.digits(number) == words)
  }

  @Test func `what is carried without end is not nothing`() {
    #expect(Unit.carried(.infinity) == "more than 1e15")
  }

  @Test(
    arguments: [(0.9995, "99.95 %"), (0.25, "25 %"), (1, "100 %"), (0.333333, "33.3333 %")]
      as [(Double, String)])
  func `shares`(_ share: Double, _ words: String) { #expect(Unit.ratio.format(share) == words) }

  @Test(arguments: [(256_000, "256 kB"), (20e9, "20 GB"), (1, "1 B")] as [(Double, String)])
  func `sizes`(_ bytes: Double, _ words: String) { #expect(Unit.bytes.format(bytes) == words) }

  @Test(
    arguments: [
      (64, "64"), (12345, "12345"), (0.1, "0.1"), (1.0 / 3, "0.3333"), (-2.5, "-2.5"),
    ] as [(Double, String)])
  func `plain numbers`(_ number: Double, _ words: String) {
    #expect(Unit.count.format(number) == words)
  }

  @Test(arguments: 21...60) func `carets stand under the span in any width`(_ width: Int) {
    let excerpt = "abcdefghijklmnopqrstuvwxyz0123456789"
    for column in 1...excerpt.count {
      let place = SourcePlace(
        path: "a", start: SourcePosition(line: 1, column: column),
        end: SourcePosition(line: 1, column: column + 1), excerpt: excerpt)
      let (text, carets) = place.caretLines(width: width, cut: "...")
      let under = text.dropFirst(carets.count - 1).first
      #expect(under == excerpt.dropFirst(column - 1).first, "\(text) \(carets)")
      #expect(text.count <= width)
    }
  }
}
