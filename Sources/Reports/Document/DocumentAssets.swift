/// The style sheet and the scripts of the document: the files in `Assets`, which the build embeds.
///
/// They are written without `<`, `>`, `&` and `"`, so that they read the same as HTML and as XML.
enum DocumentAssets {
  /// How the document looks: light and dark, on a phone and on paper.
  static let stylesheet = text(of: "document.css")
    .replacing("/* light */", with: DocumentPalette.light)
    .replacing("/* dark */", with: DocumentPalette.dark)

  /// What moves in it where there is a script.
  static let scripts = ["slider.js", "scrolling.js"].map(text).joined(separator: "\n")

  /// The text of a file without its last line feed; empty where there is no such file.
  private static func text(of name: String) -> String {
    let file = EmbeddedFiles.all.first { $0.path.hasSuffix("/" + name) }
    return file.map { String($0.text.dropLast()) } ?? ""
  }
}
