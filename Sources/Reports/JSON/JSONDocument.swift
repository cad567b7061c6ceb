import SourceText

/// The head of every JSON document, and what all of them are called.
enum JSONDocument {
  /// The version of all shapes: it grows when a key goes or means something else.
  static let formatVersion = 1

  /// The shape of a command's document: format, program, and what it tells.
  static func shape<Subject>(
    of command: String, _ documentation: String, _ fields: [JSONField<Subject>]
  ) -> JSONShape<Subject> {
    let head: [JSONField<Subject>] = [
      JSONField(
        "format_version",
        "Version of this format, which grows when a key goes or means something else",
        .constant(formatVersion)
      ) { _ in .integer(formatVersion) },
      .object("tool", "The program that wrote the document") { _ in Tool.Imprint() },
    ]
    return JSONShape("tenfold-\(command)", documentation, head + fields)
  }
}

extension Tool {
  /// The program in a JSON document.
  struct Imprint: JSONShaped {
    static let shape = JSONShape<Self>(
      "tool", "A program and its version.",
      [
        .text("name", "Its name") { _ in Tool.name },
        .text("version", "Its version") { _ in Tool.version },
      ])
  }
}
