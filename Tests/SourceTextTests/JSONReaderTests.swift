import SourceText
import Testing

/// JSON as other programs send it (RFC 8259).
@Suite struct JSONReaderTests {
  private func read(_ text: String) -> JSONValue? { JSONReader.value(of: Array(text.utf8)) }

  @Test(arguments: [
    "null", "true", "false", "0", "-1", "12345678901", "0.5", "\"\"", "[]", "{}",
    "[1,[2,{\"a\":null}],\"b\"]", "{\"a\":{\"b\":[true]},\"c\":\"d\\\"e\\\\\"}",
  ])
  func `what is written on one line is read as it was`(_ text: String) {
    #expect(read(text)?.line == text)
    #expect(read(" \t\(text)\r\n")?.line == text)
    #expect(read(read(text)?.text ?? "")?.line == text)
  }

  @Test(arguments: [
    ("\"\\u00e9\\n\\/\"", "é\n/"), ("\"\\ud83d\\ude00\"", "😀"), ("\"\\ud83d\"", "\u{FFFD}"),
    ("\"\\ude00\\ud83d\"", "\u{FFFD}\u{FFFD}"), ("\"\\ud83d\\u0041\"", "\u{FFFD}A"),
    ("\"\\u0000\"", "\0"),
  ])
  func `escapes are what they stand for`(_ text: String, _ meaning: String) {
    #expect(read(text)?.string == meaning)
  }

  @Test(arguments: [
    "", " ", "nul", "True", "01", "-", "1.", ".5", "1e", "+1", "\"", "\"\n\"", "\"\\x\"",
    "\"\\u12\"", "\"\\u12g4\"", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "[", "{", "]",
    "1 2", "'a'", "[1]x", "\"\\",
  ])
  func `what is no JSON is nothing`(_ text: String) { #expect(read(text) == nil) }

  @Test func `bytes that are no UTF-8 and depth without end are nothing`() {
    #expect(JSONReader.value(of: [0x22, 0xFF, 0x22]) == nil)
    #expect(read(String(repeating: "[", count: 1_000_000)) == nil)
    #expect(read(String(repeating: "[", count: 60) + String(repeating: "]", count: 60)) != nil)
  }
}
