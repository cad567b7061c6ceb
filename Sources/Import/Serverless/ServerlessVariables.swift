import Description
import SourceText
import YAML

/// The variables of a file of the Serverless Framework: `${self:custom.table}`,
/// `${opt:stage, 'dev'}`, `${file(tables.yml):Orders}`, `${construct:jobs.queueUrl}`.
///
/// What only whoever deploys knows is a word for it, the same wherever the same is meant.
final class ServerlessVariables {
  private let system: ForeignSystem
  private let root: NodeReference
  private let path: String
  private let prefix: String
  private var files: [String: NodeReference?] = [:]
  /// Files that variables lead to and that are not read.
  private(set) var unread: [String] = []

  init(_ system: ForeignSystem, _ path: String, _ root: NodeReference, prefix: String) {
    self.system = system
    self.path = path
    self.root = root
    self.prefix = prefix
  }

  private static let sources = [
    "self:", "opt:", "sls:", "env:", "file(", "ssm:", "cf:", "cf(", "cf.", "construct:", "param:",
    "aws:", "s3:", "git:", "strToBool(", "AWS::", "output:", "state:",
  ]

  /// What a text with variables says; nil for one without.
  func value(
    of node: NodeReference, in instance: TemplateInstance, _ depth: Int
  ) -> ResourceValue? {
    let text = system.yaml.text(node)
    guard text.contains("${"), depth < 40 else { return nil }
    let pieces = Self.pieces(text)
    guard pieces.contains(where: \.isVariable) else { return nil }
    if pieces.count == 1, let only = pieces.first {
      return resolved(only.text, at: node, in: instance, depth)
    }
    var (whole, references) = ("", [] as [String])
    for piece in pieces {
      guard piece.isVariable else {
        whole += piece.text
        continue
      }
      let value = resolved(piece.text, at: node, in: instance, depth)
      references += value.allReferences
      whole +=
        value.text ?? value.allReferences.first.map(ResourceValue.placeholder)
        ?? piece.text.replacing(":", with: "-")
    }
    guard whole.utf8.count < 1 << 18 else { return instance.unknown(node, references) }
    return ResourceValue(
      content: .text(whole), span: system.yaml.span(node), references: references)
  }

  // MARK: - Texts in pieces

  private static func pieces(_ text: String) -> [(text: String, isVariable: Bool)] {
    var pieces: [(text: String, isVariable: Bool)] = []
    var rest = text[...]
    while let start = rest.firstRange(of: "${"), let end = close(rest[start.upperBound...]) {
      let inner = rest[start.upperBound..<end]
      let isVariable = sources.contains { inner.hasPrefix($0) } && !inner.hasPrefix("AWS::")
      let before = rest[..<start.lowerBound]
      if !before.isEmpty { pieces.append((String(before), false)) }
      pieces.append((isVariable ? String(inner) : "${\(inner)}", isVariable))
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append((String(rest), false)) }
    return pieces
  }

  /// Where the brace that is open closes.
  private static func close(_ text: Substring) -> Substring.Index? {
    var depth = 1
    for index in text.indices {
      if text[index] == "{" { depth += 1 }
      if text[index] == "}" { depth -= 1 }
      if depth == 0 { return index }
    }
    return nil
  }

  /// The first one, and what stands for it where it is not set.
  private static func alternatives(_ text: String) -> [String] {
    var (parts, part, depth) = ([] as [String], "", 0)
    for character in text {
      if "{(".contains(character) { depth += 1 }
      if "})".contains(character) { depth -= 1 }
      if character == ",", depth == 0 {
        parts.append(part[...].trimmingBlanks)
        part = ""
      } else {
        part.append(character)
      }
    }
    return parts + [part[...].trimmingBlanks]
  }

  // MARK: - What they are

  private func resolved(
    _ text: String, at node: NodeReference, in instance: TemplateInstance, _ depth: Int
  ) -> ResourceValue {
    for part in Self.alternatives(text).prefix(10) {
      if let value = one(part, at: node, in: instance, depth + 1) { return value }
    }
    return instance.unknown(node)
  }

  private func one(
    _ text: String, at node: NodeReference, in instance: TemplateInstance, _ depth: Int
  ) -> ResourceValue? {
    guard depth < 40, instance.project.mayGoOn() else { return nil }
    if let quote = text.first, quote == "'" || quote == "\"" {
      return instance.text(String(text.dropFirst().dropLast()), node)
    }
    // A variable in a variable: `${self:custom.${opt:stage}.size}` is known where the inner one is.
    guard !text.contains("${") else { return nil }
    if text.hasPrefix("self:") {
      return found(text.dropFirst(5), below: root).flatMap { instance.value($0, depth: depth + 1) }
    }
    if text.hasPrefix("file(") {
      return place(text[...]).flatMap { instance.value($0, depth: depth + 1) }
    }
    if text.hasPrefix("construct:") {
      let name = text.dropFirst(10).prefix { $0 != "." }
      return instance.unknown(node, [prefix + name])
    }
    switch text {
    case "opt:stage", "sls:stage":
      let stage = found("provider.stage", below: root)
      return stage.flatMap { instance.value($0, depth: depth + 1) } ?? instance.text("dev", node)
    case "opt:region", "aws:region": return instance.text("region", node)
    case "aws:accountId": return instance.text("0", node)
    default: return nil
    }
  }

  private func found(
    _ path: Substring, below node: NodeReference, _ depth: Int = 0
  ) -> NodeReference? {
    var node = node
    for part in path.split(separator: ".") {
      let whole = followed(node, depth + 1)
      guard let next = Template.child(String(part), of: whole, system.yaml) else { return nil }
      node = next
    }
    return node
  }

  /// What a node is that is nothing but `${self:...}` or `${file(...)}`; other nodes as they are.
  func followed(_ node: NodeReference, _ depth: Int = 0) -> NodeReference {
    guard depth < 20, system.yaml.kind(node) == .scalar else { return node }
    let text = system.yaml.text(node)
    guard text.hasPrefix("${"), text.hasSuffix("}") else { return node }
    let inner = text.dropFirst(2).dropLast()
    guard !inner.contains("${"), !inner.contains(",") else { return node }
    if inner.hasPrefix("self:") {
      let found = found(inner.dropFirst(5), below: root, depth + 1)
      return found.map { followed($0, depth + 1) } ?? node
    }
    guard inner.hasPrefix("file(") else { return node }
    return place(inner, depth + 1) ?? node
  }

  /// What `file(NAME):PATH` leads to; nil where the file is not read or has no such path.
  private func place(_ text: Substring, _ depth: Int = 0) -> NodeReference? {
    guard let end = text.firstIndex(of: ")") else { return nil }
    let name = text[..<end].dropFirst(5).trimmingBlanks
    guard let opened = opened(name) else {
      if !unread.contains(name) { unread.append(name) }
      return nil
    }
    return found(text[end...].dropFirst().drop { $0 == ":" }, below: opened, depth)
  }

  /// The root of a file beside this one; nil where it is no YAML that can be read.
  private func opened(_ name: String) -> NodeReference? {
    let path = RelativePath.joined(path, name)
    if let known = files[path] { return known }
    files[path] = .some(nil)
    guard [".yml", ".yaml", ".json"].contains(where: path.hasSuffix),
      case .text(let text, let flaws) = system.files.open(path)
    else { return nil }
    let kept = system.files.keep(text, flaws, as: CloudFormationFormat.self)
    files[path] = kept.roots.first
    return kept.roots.first
  }
}
