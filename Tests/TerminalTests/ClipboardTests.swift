import Terminal
import Testing

/// What the terminal is sent for its clipboard.
struct ClipboardTests {
  /// The test vectors of RFC 4648, section 10.
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg=="),
    ("fooba", "Zm9vYmE="), ("foobar", "Zm9vYmFy"),
  ])
  func `a text is sent in base64`(text: String, encoded: String) {
    #expect(Clipboard.sequence(text) == "\u{1B}]52;c;\(encoded)\u{7}")
  }

  @Test func `no text ends the sequence`() {
    let sequence = Clipboard.sequence("a\u{7}\u{1B}\\b 日本語")
    #expect(sequence.unicodeScalars.filter { $0.value < 32 }.map(\.value) == [27, 7])
  }
}
