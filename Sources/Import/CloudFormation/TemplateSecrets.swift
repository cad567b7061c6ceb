import SourceText
import YAML

/// The values of a template that nobody may quote: variables, what is marked not to be shown, and
/// what stands under a name that secrets have.
struct TemplateSecrets {
  private let tree: SourceTree
  private(set) var ranges: [Range<Int>] = []

  private static let whole: Set = ["Variables", "Environment", "UserData", "environment", "params"]

  init(_ text: ParsedText) {
    tree = text.tree
    ranges = SecretKeys.values(below: Self.whole, in: text)
    for root in tree.roots { look(at: root, isSecret: false, depth: 0) }
  }

  private mutating func look(at node: Int, isSecret: Bool, depth: Int) {
    guard depth < 60, tree.target(of: node) == node else { return }
    let pairs = tree.pairs(node)
    let isHidden = pairs.contains {
      tree.text($0.key) == "NoEcho" && tree.text($0.value).lowercased() == "true"
    }
    for pair in pairs {
      let name = tree.text(pair.key)
      let isScalar = tree.kind(pair.value) == .scalar
      if isScalar, SecretNames.contains(name) || (isHidden || isSecret) && name == "Default" {
        let span = tree.span(pair.value)
        ranges.append(Int(span.start)..<Int(max(span.start, span.end)))
      }
      look(at: pair.value, isSecret: SecretNames.contains(name), depth: depth + 1)
    }
    guard tree.kind(node) == .sequence else { return }
    for item in tree.children(node) { look(at: item, isSecret: false, depth: depth + 1) }
  }
}
