import YAML

/// What the conditions of a template are with its parameters as they stand there.
struct TemplateConditions {
  private let instance: TemplateInstance
  private var yaml: YAMLReader { instance.yaml }

  init(_ instance: TemplateInstance) { self.instance = instance }

  /// Whether a condition holds; nil where only a stack that runs knows.
  func isTrue(_ name: String, _ depth: Int) -> Bool? {
    guard depth < 60, let node = instance.template.entry("Conditions", name) else { return nil }
    return isTrue(node, depth + 1)
  }

  private func isTrue(_ node: NodeReference, _ depth: Int) -> Bool? {
    guard depth < 60, instance.project.mayGoOn(), let call = TemplateCall(node, yaml) else {
      return nil
    }
    let items = instance.children(call.node)
    let parts = { items.map { isTrue($0, depth + 1) } }
    switch call.name {
    case "Condition": return isTrue(yaml.text(call.node), depth + 1)
    case "Equals": return areEqual(items, depth)
    case "Not": return items.first.flatMap { isTrue($0, depth + 1) }.map { !$0 }
    case "And":
      let all = parts()
      return all.contains(false) ? false : all.contains(nil) ? nil : true
    case "Or":
      let all = parts()
      return all.contains(true) ? true : all.contains(nil) ? nil : false
    default: return nil
    }
  }

  private func areEqual(_ items: [NodeReference], _ depth: Int) -> Bool? {
    guard items.count == 2 else { return nil }
    let before = instance.project.standIns
    let texts = items.map { instance.value($0, depth: depth + 1)?.text }
    guard before == instance.project.standIns, let first = texts[0], let second = texts[1] else {
      return nil
    }
    return first == second
  }
}
