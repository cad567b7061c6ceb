package import SourceText

/// The pages of formats, each read when somebody asks for it.
package struct FormatPages: Sendable {
  private let texts: [String: (path: String, text: String)]

  /// The pages among some files, `imports/ID.yaml`; of equal ids the last one counts.
  package init(_ files: [(path: String, text: String)]) {
    var texts: [String: (path: String, text: String)] = [:]
    for file in files {
      let parts = file.path.split(separator: "/")
      guard parts.dropLast().last == "imports", let name = parts.last,
        name.hasSuffix(".yaml")
      else { continue }
      texts[String(name.dropLast(5))] = file
    }
    self.texts = texts
  }

  /// The ids of all pages, sorted.
  package var ids: [String] { texts.keys.sorted() }

  /// The page of a format; an empty one for an id without page.
  package func page(_ id: String) -> FormatPage { read(id).page }

  /// What is wrong with a page.
  package func problems(of id: String) -> [Problem] { read(id).problems }

  private func read(_ id: String) -> (page: FormatPage, problems: [Problem]) {
    guard let (path, text) = texts[id] else { return (FormatPage(name: id), []) }
    return FormatPageReader.read(SourceText(path: path, text: text), id: id)
  }
}
