import Architecture
import SourceText

/// What the command of a container says: flags that set a product, and what the container does.
struct CommandReader {
  private let system: ForeignSystem
  private let page: FormatPage

  init(_ system: ForeignSystem) {
    self.system = system
    page = system.mappings.page("environment")
  }

  /// Reads the words of a command of a component; whether its image keeps data or carries messages
  /// decides whether the words can say what it is.
  func read(_ words: [String], of component: Int, at span: SourceSpan) {
    readFlags(words, of: component, at: span)
    let plain = words.prefix(50).flatMap { $0.split(whereSeparator: { "/ ".contains($0) }) }
      .map { $0.lowercased() }
    if !page.consumers.isDisjoint(with: plain.map { $0.uppercased() }) {
      system.update(component) { $0.isConsumer = true }
    }
    guard system.components[component].kind == nil,
      let kind = plain.lazy.compactMap({ page.commands[$0] }).first
    else { return }
    system.update(component) { $0.kind = kind }
  }

  /// `--flag value`, `--flag=value`, `-c name=value`.
  private func readFlags(_ words: [String], of component: Int, at span: SourceSpan) {
    for (index, word) in words.prefix(500).enumerated() {
      let sides = word.split(separator: "=", maxSplits: 1).map(String.init)
      guard let name = sides.first else { continue }
      let value = sides.count == 2 ? sides[1] : words.dropFirst(index + 1).first ?? ""
      guard let attribute = page.attributes["command " + name],
        let value = attribute.value(of: value)
      else { continue }
      system.add(attribute.property, value, to: component, at: span)
    }
  }

  /// The words of a command that is one text, as a shell would divide it.
  static func words(of text: String) -> [String] {
    var words: [String] = []
    var (word, quote) = ("", nil as Character?)
    for character in text.prefix(20_000) {
      if let open = quote {
        if character == open { quote = nil } else { word.append(character) }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if character.isWhitespace {
        if !word.isEmpty { words.append(word) }
        word = ""
      } else {
        word.append(character)
      }
    }
    return word.isEmpty ? words : words + [word]
  }
}
