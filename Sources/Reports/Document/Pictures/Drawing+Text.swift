import SourceText

extension Drawing {
  /// A text, cut in its middle to fit a width in pixels, so that names of one beginning can be told
  /// apart.
  static func fitted(_ text: String, within width: Double, size: Double = 13) -> String {
    let text = text.printable
    guard self.width(of: text, size: size) > width else { return text }
    let letters = Array(text)
    let most = Int(width / (size * narrowest)) + 1
    for kept in stride(from: min(letters.count - 1, most), to: 0, by: -1) {
      let head = (kept + 1) / 2
      let short = String(letters.prefix(head)) + "…" + String(letters.suffix(kept - head))
      if self.width(of: short, size: size) <= width { return short }
    }
    return "…"
  }

  /// How wide a text becomes, at most, in pixels: whoever draws it chooses the letters.
  ///
  /// As wide as in DejaVu Sans, which is wider than most.
  static func width(of text: String, size: Double = 13) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share($1) } * size
  }

  private static let narrowest = 0.42

  /// The width of a letter as a share of the size of the text.
  private static func share(_ scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "f", "i", "j", "l", "r", "t", " ", "!", "'"..."*", ","..."/", ":", ";", "I", "J", "|":
      narrowest
    case "m", "w", "M", "W", "%", "@", "…": 1
    case "A"..."Z", "&", "+", "<"..."?", "~": 0.84
    case "a"..."z", "0"..."9", "_": 0.64
    default: scalar.columns == 0 ? 0 : max(0.84, 1.05 * Double(scalar.columns - 1))
    }
  }
}
