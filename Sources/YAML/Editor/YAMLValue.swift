package import SourceText

/// What some YAML says, without where and how it is written.
package indirect enum YAMLValue: Hashable, Sendable {
  /// A text, a number or a word; nothing at all is an empty one.
  case scalar(String)
  case sequence([YAMLValue])
  /// Pairs in their order.
  case mapping([Pair])
  /// `*name` as written: what it repeats is said elsewhere.
  case alias(String)

  /// A key with its value.
  package struct Pair: Hashable, Sendable {
    /// What the key says; a text as a rule.
    package let key: YAMLValue
    /// What is said under it.
    package var value: YAMLValue

    /// A pair whose key is a text.
    package init(_ key: String, _ value: YAMLValue) {
      self.init(.scalar(key), value)
    }

    init(_ key: YAMLValue, _ value: YAMLValue) {
      self.key = key
      self.value = value
    }
  }
}

extension YAMLValue {
  /// The same with the value at a path replaced, or added as the last; nil where the way to it is
  /// not there.
  package func setting(_ path: some Collection<YAMLStep>, to new: YAMLValue) -> YAMLValue? {
    changing(path) { parent, step in
      switch (parent, step) {
      case (.mapping(var pairs), .key(let name)):
        if let index = pairs.firstIndex(where: { $0.key == .scalar(name) }) {
          pairs[index].value = new
        } else {
          pairs.append(Pair(name, new))
        }
        return .mapping(pairs)
      case (.scalar(""), .key(let name)): return .mapping([Pair(name, new)])
      case (.sequence(var items), .item(let index)) where items.indices.contains(index):
        items[index] = new
        return .sequence(items)
      case (.sequence(let items), .item(let index)) where index == items.count:
        return .sequence(items + [new])
      case (.scalar(""), .item(0)): return .sequence([new])
      default: return nil
      }
    } ?? (path.isEmpty ? new : nil)
  }

  /// The same without what stands at a path; nil where nothing does.
  package func removing(_ path: some Collection<YAMLStep>) -> YAMLValue? {
    changing(path) { parent, step in
      switch (parent, step) {
      case (.mapping(var pairs), .key(let name)):
        guard let index = pairs.firstIndex(where: { $0.key == .scalar(name) }) else { return nil }
        pairs.remove(at: index)
        return .mapping(pairs)
      case (.sequence(var items), .item(let index)) where items.indices.contains(index):
        items.remove(at: index)
        return .sequence(items)
      default: return nil
      }
    }
  }

  /// The same with the collection above the end of a path changed.
  private func changing(
    _ path: some Collection<YAMLStep>, _ change: (YAMLValue, YAMLStep) -> YAMLValue?
  ) -> YAMLValue? {
    guard let step = path.first else { return nil }
    guard path.count > 1 else { return change(self, step) }
    switch (self, step) {
    case (.mapping(var pairs), .key(let name)):
      guard let index = pairs.firstIndex(where: { $0.key == .scalar(name) }),
        let value = pairs[index].value.changing(path.dropFirst(), change)
      else { return nil }
      pairs[index].value = value
      return .mapping(pairs)
    case (.sequence(var items), .item(let index)) where items.indices.contains(index):
      guard let item = items[index].changing(path.dropFirst(), change) else { return nil }
      items[index] = item
      return .sequence(items)
    default: return nil
    }
  }
}

extension SourceTree {
  /// What a node of a text says.
  package func value(_ node: Int, in source: SourceText) -> YAMLValue {
    switch nodes[node].kind {
    case .scalar: .scalar(isNull(node) ? "" : text(node))
    case .alias: .alias(source.string(Int(nodes[node].start)..<Int(nodes[node].end)))
    case .sequence: .sequence(children(node).map { value($0, in: source) })
    case .mapping:
      .mapping(
        pairs(node).map { YAMLValue.Pair(value($0.key, in: source), value($0.value, in: source)) })
    }
  }
}
