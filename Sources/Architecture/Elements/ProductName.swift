/// A product's name as people write it, in words that are the same however it is written.
///
/// Case, blanks, dashes, dots, underscores and the word `for` make no difference: `Node.js` is
/// `node js`, and the catalogue finds both under the key `nodejs`.
struct ProductName {
  /// The longest name, in bytes, that is looked at.
  static let longest = 200

  /// The names of each vendor of many products, as keys, the longest first.
  static let vendors = [
    ["amazon", "aws"], ["googlecloud", "google", "gcp"],
    ["microsoftazure", "microsoft", "azure"], ["apache"],
  ]

  private var words: [Substring]

  /// The words of a name.
  init(_ name: String) { words = Self.plain(name).split(separator: " ") }

  private init(_ words: [Substring]) { self.words = words }

  /// What the catalogue knows it under.
  var key: String { words.lazy.filter { $0 != "for" }.joined() }

  /// The key of a name; every run makes those of all products, so it is made in one go.
  static func key(of name: String) -> String {
    var key: [UInt8] = []
    key.reserveCapacity(name.utf8.count)
    var start = 0
    for byte in name.utf8 {
      guard byte < 0x80 else { return ProductName(name).key }
      let byte = plain(byte)
      if byte != UInt8(ascii: " ") {
        key.append(byte)
      } else {
        endWord(&key, &start)
      }
    }
    endWord(&key, &start)
    return String(decoding: key, as: UTF8.self)
  }

  private static func endWord(_ key: inout [UInt8], _ start: inout Int) {
    if key.count == start + 3, key[start...].elementsEqual("for".utf8) { key.removeLast(3) }
    start = key.count
  }

  /// A key without the vendor at its start, and the vendor.
  static func parted(_ key: String) -> (vendor: [String]?, rest: String) {
    for vendor in vendors {
      for name in vendor where key.hasPrefix(name) && key.utf8.count > name.utf8.count {
        return (vendor, String(key.dropFirst(name.count)))
      }
    }
    return (nil, key)
  }

  /// The name in small letters, with blanks for what divides words.
  private static func plain(_ name: String) -> String {
    let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
    return String(decoding: (isASCII ? name : ascii(name)).utf8.lazy.map(plain), as: UTF8.self)
  }

  private static func plain(_ byte: UInt8) -> UInt8 {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
      UInt8(ascii: "#"), UInt8(ascii: "+"), 0x80...:
      byte
    default: UInt8(ascii: " ")
    }
  }

  /// The name with plain dashes and blanks, and without signs of trade marks.
  private static func ascii(_ name: String) -> String {
    var result = ""
    for scalar in name.lowercased().unicodeScalars {
      switch scalar {
      case "\u{AE}", "\u{2122}": break
      case "\u{2010}"..."\u{2015}", "\u{2212}": result.unicodeScalars.append("-")
      case _ where scalar.properties.isWhitespace: result.unicodeScalars.append(" ")
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

extension ProductName {
  /// The name without its last word where that is a version or the use of the product, or without
  /// a first word that says who runs it; nil when there is nothing more to leave out.
  var withoutTrimmings: ProductName? {
    guard let last = words.last else { return nil }
    if words.count > 1, Self.isVersion(last) || Self.uses.contains(last) {
      return ProductName(words.dropLast())
    }
    if words.count > 1, let first = words.first, Self.runners.contains(first) {
      return ProductName(Array(words.dropFirst()))
    }
    let digits = last.utf8.reversed().prefix { $0 >= 0x30 && $0 <= 0x39 }.count
    guard digits > 0, digits < last.utf8.count else { return nil }
    return ProductName(words.dropLast() + [last.dropLast(digits)])
  }

  /// `16`, `v3`, `x`, `2+`, `alpine`.
  private static func isVersion(_ word: Substring) -> Bool {
    if ["x", "lts", "latest", "version", "alpine", "slim"].contains(word) { return true }
    let number = word.utf8.first == UInt8(ascii: "v") ? word.dropFirst() : word
    guard let first = number.utf8.first, first >= 0x30, first <= 0x39 else { return false }
    return number.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "+") }
  }

  /// What products are used as, and how they are paid for.
  private static let uses: Set<Substring> = [
    "broker", "bucket", "cache", "cluster", "database", "db", "demand", "function", "instance",
    "on", "provisioned", "queue", "server", "sms", "stream", "table", "topic",
  ]

  private static let runners: Set<Substring> = ["managed", "hosted", "self"]

  /// Whether a text is one word with slashes.
  static func isPath(_ text: String) -> Bool {
    text.utf8.contains(UInt8(ascii: "/")) && !text.utf8.contains(UInt8(ascii: " "))
  }

  /// Whether a text has what only divides names.
  static func isList(_ text: String) -> Bool { text.utf8.contains { ",;&|".utf8.contains($0) } }

  /// The names that an image may stand for: `bitnami/redis:7` is `bitnami/redis`, or `redis`.
  static func ofImage(_ text: String) -> [ProductName] {
    guard !text.utf8.contains(UInt8(ascii: " ")) else { return [] }
    let path = text.prefix { $0 != "@" }.split(separator: "/")
    guard let last = path.last else { return [] }
    let tag = last.firstIndex(of: ":")
    let name = String(last[..<(tag ?? last.endIndex)])
    guard path.count > 1 else {
      return tag == nil && last.endIndex == text.endIndex ? [] : [ProductName(name)]
    }
    let isImage = tag != nil || path.count > 2 || path[0].contains(where: { ".:".contains($0) })
    return isImage ? [ProductName("\(path[path.count - 2])/\(name)"), ProductName(name)] : []
  }
}

extension ProductName {
  /// A part of a text that may name several products.
  struct Part {
    var text: String
    /// Whether it says where the product runs, or what else there is to say about it.
    var isRemark: Bool
  }

  /// The parts of a text, divided by commas, brackets, and words such as `on` and `with`.
  static func parts(of text: String) -> [Part] {
    var parts: [Part] = []
    var words: [Substring] = []
    var isRemark = false
    var depth = 0
    func end(nextIsRemark: Bool) {
      if !words.isEmpty {
        parts.append(Part(text: words.joined(separator: " "), isRemark: isRemark))
      }
      words = []
      isRemark = nextIsRemark || depth > 0
    }
    for word in spaced(text).split(whereSeparator: \.isWhitespace) {
      switch word.lowercased() {
      case "(", "[":
        depth += 1
        end(nextIsRemark: true)
      case ")", "]":
        depth = max(0, depth - 1)
        end(nextIsRemark: false)
      case "on", "in", "at", "via", "by", "under", "inside", "behind":
        end(nextIsRemark: true)
      case ",", ";", "&", "|", "/", "+", "and", "or", "with", "plus":
        end(nextIsRemark: false)
      default: words.append(word)
      }
    }
    end(nextIsRemark: false)
    return parts
  }

  /// The text with blanks around what divides it.
  private static func spaced(_ text: String) -> String {
    var result = ""
    for character in text {
      let divides = "()[],;&|/".contains(character)
      result += divides ? " \(character) " : String(character)
    }
    return result
  }
}
