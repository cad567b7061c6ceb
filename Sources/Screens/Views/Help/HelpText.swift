import SourceText

/// The help, made from the tables of keys.
struct HelpText {
  private let keys: [KeyBinding]
  private(set) var lines: Lines

  init(_ keys: [KeyBinding], width: Int) {
    self.keys = keys
    lines = Lines(width: width)
    add("In a list") { $0.contains(.list) && $0.count == 1 }
    add("In a text") { !$0.contains(.list) && Set($0).isDisjoint(with: Mode.asking) }
    add("In both") { $0.contains(.list) && $0.count > 1 }
    add("While something is typed") { $0 == Mode.typing }
    lines.addHeading("Marks")
    lines.add("the selected row", head: Self.head("  >"))
    lines.add("a finding that a reload, or what is supposed, brought", head: Self.head("  +"))
    lines.add("a finding whose text was opened", head: Self.head("  ."))
    lines.add("a finding that is worse, or better, than in the file", head: Self.head("  ^, v"))
  }

  private mutating func add(_ heading: String, where belongs: ([Mode]) -> Bool) {
    if !lines.all.isEmpty { lines.blank() }
    lines.add(heading, .title)
    for binding in keys where belongs(binding.modes) {
      let keys = binding.keys.map { $0 == .character(" ") ? "Space" : $0.name }
      lines.add(binding.words, head: Self.head("  " + keys.joined(separator: ", ")))
    }
  }

  private static func head(_ text: String) -> Lines.Run {
    Lines.Run(text: text.padded(to: 28) + " ", role: .key)
  }
}
