import YAML

/// What the functions of templates choose: by number, condition, key, or the name of an export.
extension TemplateInstance {
  func selected(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> ResourceValue? {
    guard items.count == 2, let list = value(items[1], depth: depth),
      let index = value(items[0], depth: depth)?.text.flatMap({ Int($0) })
    else { return unknown(call.node) }
    guard case .list(let all) = list.content, all.indices.contains(index) else {
      return unknown(call.node, list.allReferences)
    }
    return all[index]
  }

  func chosen(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> ResourceValue? {
    guard items.count == 3 else { return unknown(call.node) }
    switch TemplateConditions(self).isTrue(yaml.text(items[0]), depth) {
    case true: return value(items[1], depth: depth)
    case false: return value(items[2], depth: depth)
    case nil:
      let both = [items[1], items[2]].compactMap { value($0, depth: depth) }
      return unknown(call.node, both.flatMap(\.allReferences))
    }
  }

  /// What a mapping says; where the region or the like decides, what it says for all of them.
  func found(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> ResourceValue? {
    guard items.count >= 3, let name = value(items[0], depth: depth)?.text,
      let mapping = template.entry("Mappings", name),
      let second = value(items[2], depth: depth)?.text
    else { return unknown(call.node) }
    let first = value(items[1], depth: depth)?.text ?? ""
    if let row = Template.child(first, of: mapping, yaml) {
      return Template.child(second, of: row, yaml).flatMap { value($0, depth: depth) }
        ?? unknown(call.node)
    }
    let all = Template.entries(mapping, yaml).map { row in
      Template.child(second, of: row.value, yaml).flatMap { value($0, depth: depth) }
    }
    let texts = Set(all.map { $0?.text })
    guard texts.count == 1, let text = texts.first ?? nil else { return unknown(call.node) }
    return self.text(text, call.node)
  }

  func imported(_ call: TemplateCall, _ depth: Int) -> ResourceValue? {
    guard let name = argument(call, depth)?.text else { return unknown(call.node) }
    if let value = project.export(name, depth) { return value }
    project.missed(name, in: template.path)
    return unknown(call.node)
  }
}
