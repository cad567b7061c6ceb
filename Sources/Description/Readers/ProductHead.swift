import Architecture

/// What stands above the facts of a product's page, read line by line.
///
/// Every run looks through all pages for the names of products, so this costs no YAML. A page that
/// is written in another way is read as YAML, and a test holds that both read the same.
struct ProductHead {
  private var name: String?
  private var lists: [Substring: [String]] = [:]

  /// The head of a page; nil when a line has another form than `key: text` or `key: [text, text]`.
  init?(_ page: String) {
    var rest = Substring(page).utf8
    while !rest.isEmpty {
      let line = rest.prefix { $0 != UInt8(ascii: "\n") }
      rest = rest[line.endIndex...].dropFirst()
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { return nil }
      let key = Substring(line[..<colon])
      if key == "facts" { return }
      let value = line[colon...].dropFirst()
      guard value.first == UInt8(ascii: " "), read(key, value.dropFirst()) else { return nil }
    }
  }

  /// The product whose page has an id.
  func technology(_ id: String) -> Technology {
    Technology(
      id: id, name: name ?? id, aliases: lists["aliases"] ?? [],
      kinds: (lists["kinds"] ?? []).compactMap(ComponentKind.init),
      builtOn: lists["built-on"] ?? [], foreign: foreign, facts: [])
  }

  private var foreign: ForeignNames {
    var foreign = ForeignNames()
    for sort in ForeignNames.Sort.allCases { foreign.names[sort] = lists[sort.rawValue[...]] }
    return foreign
  }

  private static let listKeys = Set(
    ["aliases", "kinds", "built-on"] + ForeignNames.Sort.allCases.map { $0.rawValue[...] })

  private mutating func read(_ key: Substring, _ value: Substring.UTF8View) -> Bool {
    switch key {
    case "name" where name == nil:
      name = Self.scalar(value)
      return name != nil
    case _ where Self.listKeys.contains(key):
      guard lists[key] == nil, value.first == UInt8(ascii: "["), value.last == UInt8(ascii: "]")
      else { return false }
      var items: [String] = []
      for item in value.dropFirst().dropLast().split(separator: UInt8(ascii: ",")) {
        guard let text = Self.scalar(item.drop { $0 == UInt8(ascii: " ") }) else { return false }
        items.append(text)
      }
      lists[key] = items
      return true
    default: return false
    }
  }

  /// A text of plain signs that starts with a letter or is in double quotes; nil for another one.
  private static func scalar(_ text: Substring.UTF8View) -> String? {
    let quote = UInt8(ascii: "\"")
    let isQuoted = text.count > 1 && text.first == quote && text.last == quote
    let inner = isQuoted ? text.dropFirst().dropLast() : text
    guard let first = inner.first, isQuoted || isLetter(first), let last = inner.last,
      last != UInt8(ascii: " "), inner.allSatisfy({ isPlain($0) || isQuoted && $0 == hash })
    else { return nil }
    return String(Substring(inner))
  }

  private static let hash = UInt8(ascii: "#")

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: " "), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "-")...UInt8(ascii: "/"), UInt8(ascii: "+"),
      UInt8(ascii: "_"), UInt8(ascii: ":"):
      true
    default: isLetter(byte)
    }
  }
}
