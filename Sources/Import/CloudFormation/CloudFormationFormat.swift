import Description
import SourceText
import YAML

/// Templates of CloudFormation and of SAM, in YAML and JSON.
///
/// - `TemplateProject`: the templates among some files, and those that they nest.
/// - `Template`: the sections of one text.
/// - `TemplateInstance`: a use of a template with its parameters; what its functions give.
/// - `TemplateConditions`: what conditions are, as far as the file tells.
/// - `TemplateResources`: the resources of a use, and those that SAM makes of one.
/// - `TemplateSecrets`: the values that nobody may quote.
enum CloudFormationFormat: ForeignFormat {
  static let id = "cloudformation"

  /// Resources, one of which at least has a type as CloudFormation has them, or the version of the
  /// format.
  static func recognises(_ text: ParsedText) -> Bool {
    guard let document = text.documents.first else { return false }
    if document.contains(where: { $0.key == "AWSTemplateFormatVersion" }) { return true }
    guard let resources = document.first(where: { $0.key == "Resources" })?.value else {
      return false
    }
    return text.tree.pairs(resources).contains { pair in
      text.tree.pairs(pair.value).contains {
        text.tree.text($0.key) == "Type" && text.tree.text($0.value).contains("::")
      }
    }
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] { TemplateSecrets(text).ranges }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    let project = TemplateProject(system, system.page, Self.self)
    let resources = project.instances(of: files).flatMap { TemplateResources($0).all() }
    ResourceReader.read(resources, into: system, by: system.page)
    project.addNotes()
  }
}
