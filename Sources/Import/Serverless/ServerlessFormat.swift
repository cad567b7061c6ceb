import Description
import SourceText
import YAML

/// `serverless.yml` of the Serverless Framework.
///
/// - `ServerlessVariables`: `${self:...}`, `${file(...)}` and their likes.
/// - `ServerlessService`: the functions, events and constructs of a file as resources.
enum ServerlessFormat: ForeignFormat {
  static let id = "serverless"

  /// A service with a provider, and functions, resources or constructs.
  static func recognises(_ text: ParsedText) -> Bool {
    guard let document = text.documents.first else { return false }
    let keys = Set(document.map(\.key))
    return keys.contains("service") && keys.contains("provider")
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] { TemplateSecrets(text).ranges }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    var page = system.page
    let templates = system.mappings.page(CloudFormationFormat.id)
    page.resources.merge(templates.resources) { own, _ in own }
    page.actions += templates.actions
    page.ignored += templates.ignored
    var resources: [Resource] = []
    for (number, file) in files.enumerated() {
      guard let root = file.roots.first else { continue }
      let service = ServerlessService(system, page, file, root, prefix: "\(number).")
      resources += service.resources()
    }
    ResourceReader.read(resources, into: system, by: page)
  }
}
