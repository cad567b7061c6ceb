import Description

extension ImportNote: JSONShaped {
  static let shape = JSONShape<Self>(
    "import", "What was read of an input in the format of another tool, and what was not.",
    [
      .text("path", "The file") { $0.path },
      .text("format", "The name of its format") { $0.format },
      .texts("read", "What was read, each with its number") {
        $0.read.map(\.words) + $0.remarks
      },
      .list("ignored", "What was not read") { $0.ignored },
      .text("silence", "What the format cannot express; empty where that is unknown") {
        $0.silence
      },
      .texts("questions", "What the input leaves open") { $0.questions },
    ])
}

extension ImportNote.Ignored: JSONShaped {
  static let shape = JSONShape<Self>(
    "ignored", "Something that was not read.",
    [
      .text("what", "What it is") { $0.what },
      .text("why", "Why it is not read") { $0.why },
    ])
}
