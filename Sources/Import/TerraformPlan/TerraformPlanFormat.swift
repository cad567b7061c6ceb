import Description
import SourceText
import YAML

/// Plans and states of Terraform and OpenTofu, as `terraform show -json` prints them.
///
/// - `PlanReader`: the resources of all modules, with what they are set to.
/// - `PlanConfiguration`: what the configuration says that names other resources.
/// - `PlanSecrets`: the values that nobody may quote.
enum TerraformPlanFormat: ForeignFormat {
  static let id = "terraform-plan"

  /// The page that says what types of resources are, of configurations and plans.
  static let page = "terraform"

  static func recognises(_ text: ParsedText) -> Bool {
    guard let keys = text.documents.first.map({ Set($0.map(\.key)) }) else { return false }
    return keys.contains("format_version")
      && !keys.isDisjoint(with: [
        "planned_values", "resource_changes", "configuration", "values", "terraform_version",
      ])
  }

  static func secrets(in text: ParsedText) -> [Range<Int>] {
    text.tree.hasAliases ? [0..<text.text.bytes.count] : PlanSecrets(text).ranges
  }

  static func read(_ files: [ForeignFile], into system: ForeignSystem) {
    let page = system.mappings.page(page)
    let resources = files.filter { isJSON($0, system.yaml) }.flatMap { file in
      var reader = PlanReader(system, file, page)
      return reader.resources()
    }
    ResourceReader.read(resources, into: system, by: page)
  }

  /// Whether a file is a plan as Terraform prints it; says so of one that somebody wrote.
  private static func isJSON(_ file: ForeignFile, _ yaml: YAMLReader) -> Bool {
    guard file.roots.contains(where: { yaml.trees[$0.tree].hasAliases }) else { return true }
    yaml.complain(
      "aliases-in-plan", "a plan is JSON, and this one repeats parts of itself by aliases",
      "write it with `terraform show -json`", at: SourceSpan(source: file.source, 0..<0))
    return false
  }
}
