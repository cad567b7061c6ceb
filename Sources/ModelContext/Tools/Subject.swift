import Architecture
import Description
import Review
import SourceText

/// The description that a call is about: a text, or a file below the root.
struct Subject: Sendable {
  let path: String
  private(set) var files: FileAccess
  let settings: ReviewSettings
  let rules: RuleSet

  /// How a text without a file is called in places.
  private static let textPath = "description"
  /// Bytes of a text at most.
  private static let longest = 4_000_000

  static let path = Parameter(
    name: "path", form: .text(most: 4096),
    documentation: "A description below the root, such as architecture/shop.tenfold.yaml.")
  /// The same where nothing else will do.
  static let required = Parameter(
    name: path.name, form: path.form, documentation: path.documentation, isRequired: true)
  static let parameters = [
    path,
    Parameter(
      name: "description", form: .text(most: longest),
      documentation: "Instead of `path`, the text of a description in YAML; it includes no files."
    ),
  ]

  /// The subject of a call; throws where it names none, or two.
  init(_ call: Call) throws(ToolFailure) {
    rules = call.workspace.rules
    switch (call.text("path"), call.text("description")) {
    case (let path?, nil):
      self.path = path
      files = call.workspace.files(path)
      settings = call.workspace.settings(path)
    case (nil, let text?):
      path = Self.textPath
      files = .memory([Self.textPath: Array(text.utf8)])
      settings = ReviewSettings()
    default: throw ToolFailure("give either `path` or `description`")
    }
  }

  /// The same, where a file says something else.
  func replacing(_ path: String, with text: String) -> Subject {
    var subject = self
    subject.files = files.replacing(path, with: text)
    return subject
  }

  /// The description as it is read, without any rule.
  func reading() -> ReadResult {
    DescriptionReader.read(
      path: path, files: files, catalogue: rules.catalogue, foreign: rules.importer)
  }

  /// The review of the subject, looked at with what may differ.
  func review(_ whatIf: WhatIf = WhatIf()) -> Review {
    var settings = settings
    settings.whatIf = whatIf
    return Review.make(path: path, files: files, rules: rules, settings: settings)
  }
}

extension Review {
  /// The review, where something could be read; throws what is wrong where nothing could.
  func read() throws(ToolFailure) -> Review {
    guard architecture == nil else { return self }
    throw ToolFailure(problems)
  }
}
