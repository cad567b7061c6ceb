import Foundation
import TestSupport
import Testing

/// A Swift file, as far as the rules of the house look into it.
struct SwiftSource {
  /// From the root of the repository: `Sources/MODULE/FOLDER/Name.swift`.
  let path: String
  /// The lines as they are written.
  let lines: [Substring]
  /// Its declarations at the top level, in their order.
  let blocks: [Block]
  /// Names with a capital in its code, but for those behind a dot.
  let words: Set<String>
  /// Names of types that it declares inside others.
  let nested: Set<String>

  /// A declaration at the top level.
  struct Block {
    /// `struct`, `extension`, `func` ...
    let kind: String
    let name: String
    /// Whether no other file sees it.
    let isPrivate: Bool

    var isType: Bool { SwiftSource.types.contains(kind) }
  }

  static let types: Set = ["struct", "enum", "class", "actor", "protocol", "typealias"]
  private static let kinds = types.union(["extension", "func", "let", "var"])

  /// All files below `Sources`, in the order of their paths.
  static let all: [SwiftSource] = Repository.files("Sources", ".swift").compactMap { path in
    (try? Repository.text(path)).map { SwiftSource(path: path, text: $0) }
  }

  init(path: String, text: String) {
    self.path = path
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    var (blocks, words, nested): ([Block], Set<String>, Set<String>) = ([], [], [])
    for line in SwiftCode.plain(text).split(separator: "\n") {
      let inLine = SwiftCode.words(in: line)
      words.formUnion(inLine.filter { $0.first?.isUppercase == true }.map(String.init))
      guard let (kind, name) = Self.head(inLine) else { continue }
      if line.first != " " {
        let isPrivate = inLine.contains("private") || inLine.contains("fileprivate")
        blocks.append(Block(kind: kind, name: name, isPrivate: isPrivate))
      } else if Self.types.contains(kind) {
        nested.insert(name)
      }
    }
    (self.blocks, self.words, self.nested) = (blocks, words, nested)
  }

  /// What a line declares: the first word for a kind of declaration, and the one behind it.
  private static func head(_ words: [Substring]) -> (kind: String, name: String)? {
    guard let at = words.firstIndex(where: { kinds.contains(String($0)) }), at + 1 < words.count
    else { return nil }
    return (String(words[at]), String(words[at + 1]))
  }

  /// Names of types of others, as far as none of its own has the same.
  var used: Set<String> {
    words.subtracting(nested).subtracting(blocks.filter(\.isPrivate).map(\.name))
  }

  // MARK: - Where it lies

  private var folders: ArraySlice<Substring> { path.split(separator: "/").dropLast() }

  var module: String { String(folders.dropFirst().first ?? "") }

  /// The folder that it lies in, from the root of the repository.
  var folder: String { folders.joined(separator: "/") }

  /// Its name without `.swift`.
  var name: String { String(path.split(separator: "/").last?.dropLast(6) ?? "") }

  /// Whether the name is that of something in it: `Type`, `Type+Topic`, or that of a function; or
  /// that of the module or of the program's start.
  var bearsNameOfItsOwn: Bool {
    if [module, "main"].contains(name) { return true }
    let parts = name.split(separator: "+")
    if parts.count > 1 { return blocks.contains { $0.kind == "extension" && $0.name == parts[0] } }
    return nested.contains(name)
      || blocks.contains { block in
        block.kind == "func" ? block.name.lowercased() == name.lowercased() : block.name == name
      }
  }
}

extension SwiftSource: CustomTestStringConvertible {
  var testDescription: String { path }
}
