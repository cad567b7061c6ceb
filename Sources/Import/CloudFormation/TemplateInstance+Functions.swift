import YAML

/// What the functions of templates give.
extension TemplateInstance {
  /// What a function gives; nil where that is no value at all.
  func apply(_ call: TemplateCall, _ depth: Int) -> ResourceValue? {
    guard depth < 60 else { return unknown(call.node) }
    let items = children(call.node)
    switch call.name {
    case "Ref": return named(yaml.text(call.node), at: call.node, depth)
    case "GetAtt": return attribute(attributePath(call, items, depth), at: call.node, depth)
    case "Sub": return substituted(call, items, depth)
    case "Join": return joined(call, items, depth)
    case "Select": return selected(call, items, depth)
    case "Split": return split(call, items, depth)
    case "If": return chosen(call, items, depth)
    case "FindInMap": return found(call, items, depth)
    case "ImportValue": return imported(call, depth)
    case "Base64", "ToJsonString": return argument(call, depth)
    default: return unknown(call.node, argument(call, depth)?.allReferences ?? [])
    }
  }

  func argument(_ call: TemplateCall, _ depth: Int) -> ResourceValue? {
    call.isTag ? plainValue(call.node, depth) : value(call.node, depth: depth)
  }

  private func attributePath(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> String {
    items.isEmpty
      ? yaml.text(call.node)
      : items.compactMap { value($0, depth: depth)?.text }.joined(separator: ".")
  }

  // MARK: - Texts

  /// `${Name}`, `${Name.Attribute}`, `${!Literal}` replaced.
  private func substituted(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> ResourceValue? {
    let own = items.count > 1 ? value(items[1], depth: depth)?.fields ?? [] : []
    let source = items.first ?? call.node
    let written =
      call.isTag && items.isEmpty ? plainValue(source, depth) : value(source, depth: depth)
    guard let text = written?.text else { return written }
    var pieces: [ResourceValue] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${"),
      let end = rest[start.upperBound...].firstIndex(of: "}")
    {
      pieces.append(self.text(String(rest[..<start.lowerBound]), call.node))
      let name = rest[start.upperBound..<end].trimmingBlanks
      rest = rest[rest.index(after: end)...]
      if name.hasPrefix("!") {
        pieces.append(self.text("${" + name.dropFirst() + "}", call.node))
      } else if let value = own.first(where: { $0.name == name })?.value {
        pieces.append(value)
      } else {
        let value =
          name.contains(".")
          ? attribute(name, at: call.node, depth) : named(name, at: call.node, depth)
        pieces.append(standIn(value, name, call))
      }
    }
    pieces.append(self.text(String(rest), call.node))
    return concatenated(pieces, "", call)
  }

  /// A word for what is not known, the same wherever the same is meant.
  private func standIn(_ value: ResourceValue?, _ name: String, _ call: TemplateCall)
    -> ResourceValue
  {
    if let value, value.text != nil || !value.references.isEmpty { return value }
    project.standIns += 1
    return text(name, call.node)
  }

  private func concatenated(
    _ pieces: [ResourceValue], _ divider: String, _ call: TemplateCall
  ) -> ResourceValue {
    var (texts, references) = ([] as [String], [] as [String])
    for piece in pieces {
      let named = piece.allReferences
      references += named
      if let text = piece.text {
        texts.append(text)
      } else if let first = named.first {
        texts.append(ResourceValue.placeholder(first))
      } else {
        project.standIns += 1
      }
    }
    let whole = texts.joined(separator: divider)
    guard whole.utf8.count < 1 << 18 else { return unknown(call.node, references) }
    return ResourceValue(
      content: .text(whole), span: yaml.span(call.node), references: references)
  }

  private func joined(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> ResourceValue? {
    guard items.count == 2, let list = value(items[1], depth: depth) else {
      return unknown(call.node)
    }
    guard case .list(let pieces) = list.content else {
      return unknown(call.node, list.allReferences)
    }
    return concatenated(pieces, value(items[0], depth: depth)?.text ?? "", call)
  }

  private func split(
    _ call: TemplateCall, _ items: [NodeReference], _ depth: Int
  ) -> ResourceValue? {
    guard items.count == 2, let whole = value(items[1], depth: depth),
      let divider = value(items[0], depth: depth)?.text, !divider.isEmpty
    else { return unknown(call.node) }
    guard let text = whole.text, whole.references.isEmpty else {
      return unknown(call.node, whole.allReferences)
    }
    let parts = text.split(separator: divider, omittingEmptySubsequences: false)
    return ResourceValue(
      content: .list(parts.map { self.text(String($0), call.node) }), span: yaml.span(call.node))
  }
}
