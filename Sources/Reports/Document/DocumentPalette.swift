/// The colours of the document, by name: light, which is also paper, and dark.
enum DocumentPalette {
  /// As written in the style sheet.
  static let (light, dark) = (block(0), block(1))

  /// The colour on paper, for pictures whose reader knows no style sheet.
  static func paper(_ name: String) -> String {
    colours.first { $0.name == name }?.light ?? "none"
  }

  private static let colours: [(name: String, light: String, dark: String)] = [
    ("ink", "#1c1f24", "#e8eaee"), ("paper", "#ffffff", "#14171b"), ("soft", "#f3f4f6", "#1f242b"),
    ("line", "#c9ced6", "#414955"), ("dim", "#545b66", "#a9b1bd"), ("link", "#0b57b0", "#8ab8ff"),
    ("critical", "#a3122b", "#ff8a9b"), ("high", "#9a4a00", "#ffb066"),
    ("medium", "#6d5a00", "#e6cf5c"), ("low", "#2f5d3a", "#8fd6a2"),
    ("good", "#1e6a37", "#8fd6a2"), ("bar", "#3f6fb5", "#7fa8e6"),
  ]

  private static func block(_ scheme: Int) -> String {
    colours.map { "--\($0.name): \(scheme == 0 ? $0.light : $0.dark);" }.joined(separator: " ")
  }
}
