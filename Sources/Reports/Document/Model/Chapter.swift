/// A chapter of the document: about one system, or about all of them.
struct Chapter {
  let title: String
  /// Its anchor; nil where nothing leads to it.
  var anchor: String?
  /// What stands before its sections.
  let opening: [Block]
  /// The sections; those without content are left out.
  let sections: [Section]
  /// What the list of its sections is called; nil for a chapter without one.
  var contents: String?
  /// Whether it stands below a title of the whole document, and starts a page of its own.
  var isOneOfMany = false
  /// The chapter in a line, which opens it where it is one of many.
  var summary: String

  /// A section of a chapter.
  struct Section {
    /// Its anchor.
    let anchor: String
    let title: String
    let content: [Block]
    /// Whether it needs a wide page of its own on paper.
    var isWide = false
  }

  /// A chapter of the sections that have something to say.
  init(
    _ title: String, anchor: String? = nil, _ opening: [Block], _ sections: [Section],
    contents: String? = nil, isOneOfMany: Bool = false, summary: String = ""
  ) {
    self.title = title
    self.anchor = anchor
    self.opening = opening
    self.sections = sections.filter { !$0.content.isEmpty }
    self.contents = contents
    self.isOneOfMany = isOneOfMany
    self.summary = summary
  }
}
