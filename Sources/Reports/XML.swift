import SourceText

/// An XML element (XML 1.0, fifth edition) that is written so that nothing of its texts is markup.
struct XMLElement {
  let name: String
  let attributes: KeyValuePairs<String, String>
  var text = ""
  var children: [XMLElement] = []

  /// A document with the element as its root.
  var document: String {
    var output = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    write(to: &output, indent: 0)
    return output
  }

  private func write(to output: inout String, indent: Int) {
    let margin = String(repeating: "  ", count: indent)
    output += "\(margin)<\(name)"
    for (key, value) in attributes { output += " \(key)=\"\(Self.escaped(value))\"" }
    guard !children.isEmpty || !text.isEmpty else {
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
    var result = ""
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { result += keepingLines ? "\n" : " " }
      for scalar in String(line).printable.unicodeScalars {
        switch scalar {
        case "&": result += "&amp;"
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "\"": result += "&quot;"
        case "\u{FFFE}", "\u{FFFF}": result += "?"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
