import SourceText

/// An XML element (XML 1.0, fifth edition) that is written so that nothing of its texts is markup.
///
/// Elements without content are closed by a tag of their own unless HTML knows them as void, so
/// that the same writing is HTML as well.
struct XMLElement: Sendable {
  let name: String
  var attributes: [(String, String)] = []
  var text = ""
  var children: [XMLElement] = []

  init(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String = "",
    _ children: [XMLElement] = []
  ) {
    self.name = name
    self.attributes = attributes.compactMap { pair in pair.value.map { (pair.key, $0) } }
    self.text = text
    self.children = children
  }

  init(_ name: String, _ children: [XMLElement]) { self.init(name, [:], children) }

  /// A piece of text between elements.
  static func text(_ text: String) -> XMLElement { XMLElement("", text: text) }

  /// A document with the element as its root.
  var document: String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + markup }

  /// Where elements go that are written later.
  static let placeholder = XMLElement(Placeholder.mark)

  /// The element alone.
  var markup: String { markup(indent: 0) }

  /// The element as it stands in others, so many levels deep.
  func markup(indent: Int) -> String {
    var output = ""
    write(to: &output, indent: indent)
    return output
  }

  private static let void: Set<String> = ["meta", "br", "hr", "input", "link"]

  private func write(to output: inout String, indent: Int) {
    let margin = String(repeating: " ", count: indent)
    guard !name.isEmpty else {
      output += margin + Self.escaped(text, keepingLines: true) + "\n"
      return
    }
    guard name != Placeholder.mark else {
      output += name
      return
    }
    output += "\(margin)<\(name)"
    for (key, value) in attributes { output += " \(key)=\"\(Self.escaped(value))\"" }
    if Self.void.contains(name) {
      output += "/>\n"
      return
    }
    output += ">" + Self.escaped(text, keepingLines: true)
    if !children.isEmpty {
      output += "\n"
      for child in children { child.write(to: &output, indent: indent + 1) }
      output += margin
    }
    output += "</\(name)>\n"
  }

  /// Text without markup and without the characters that XML forbids.
  private static func escaped(_ text: String, keepingLines: Bool = false) -> String {
    text.printableLines.escaped { scalar in
      switch scalar {
      case "&": "&amp;"
      case "<": "&lt;"
      case ">": "&gt;"
      case "\"": "&quot;"
      case "\n" where !keepingLines: " "
      case "\u{FFFE}", "\u{FFFF}": "?"
      default: nil
      }
    }
  }
}
