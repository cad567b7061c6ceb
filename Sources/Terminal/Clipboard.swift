/// The clipboard of the terminal (xterm control sequences, OSC 52).
package enum Clipboard {
  /// What a terminal is sent to keep a text; whatever the text has, the sequence has only base64.
  package static func sequence(_ text: String) -> String {
    "\u{1B}]52;c;" + base64(Array(text.utf8)) + "\u{7}"
  }

  private static let digits = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")

  /// Bytes in base64 (RFC 4648, section 4).
  private static func base64(_ bytes: [UInt8]) -> String {
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        text.append(place > group.count ? "=" : digits[bits >> (6 * (3 - place)) & 63])
      }
    }
    return text
  }
}
