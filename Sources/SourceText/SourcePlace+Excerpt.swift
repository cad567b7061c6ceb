extension SourcePlace {
  /// The excerpt behind its line number and the carets below it, as a gutter and what follows it;
  /// nothing where the line is empty.
  package func numberedLines(
    width: Int = 90, cut: String = "…"
  ) -> [(gutter: String, text: String)] {
    guard !excerpt.isEmpty else { return [] }
    let number = "\(start.line)"
    let (text, carets) = caretLines(width: width, cut: cut)
    return [
      (number + " | ", text), (String(repeating: " ", count: number.count) + " | ", carets),
    ]
  }
}
