import Description
import Import
import SourceText
import YAML

/// Folders that hold files in the formats of other tools.
enum ForeignFolders {
  /// The folders below one, itself included, that hold files in the formats of other tools: each is
  /// a system with all that is below it, but for those that others are made of.
  static func systems(under folder: String) -> [String] {
    let files = Purpose.foreign.files(under: folder)
    var systems: Set<String> = []
    let byFolder = Dictionary(grouping: files, by: Paths.folder)
    for own in byFolder.keys.sorted(by: { ($0.utf8.count, $0) < ($1.utf8.count, $1) })
    where !systems.contains(folder)
      && Paths.nearest(to: own, where: systems.contains) == nil
    {
      let root = Project.root(of: Paths.joined(own, ""))
      if (byFolder[own] ?? []).contains(where: { isForeign($0, inside: root) }) {
        systems.insert(own)
      }
    }
    return systems.subtracting(parts(of: systems, files)).sorted()
  }

  /// The systems that another one includes, as Compose does, or calls as a module of Terraform.
  private static func parts(of systems: Set<String>, _ files: [String]) -> Set<String> {
    guard systems.count > 1 else { return [] }
    let roots = Dictionary(
      uniqueKeysWithValues: systems.map { ($0, Project.root(of: Paths.joined($0, ""))) })
    var leads: [String: Set<String>] = [:]
    for path in files {
      guard let own = Paths.nearest(to: Paths.folder(of: path), where: systems.contains),
        let root = roots[own], let text = text(path, inside: root)
      else { continue }
      for part in FormatNames.parts(in: text) {
        let target = Paths.nearest(to: RelativePath.joined(path, part), where: systems.contains)
        if let target, target != own { leads[own, default: []].insert(target) }
      }
    }
    // Of those that lead to each other in a ring, each stays.
    let inside = leads.values.reduce(into: Set()) { $0.formUnion($1) }
    var parts: Set<String> = []
    var open = leads.keys.filter { !inside.contains($0) }
    while let system = open.popLast() {
      open += (leads[system] ?? []).filter { parts.insert($0).inserted }
    }
    return parts
  }

  /// Whether a file of a project is in a format of another tool that is read.
  private static func isForeign(_ path: String, inside root: String) -> Bool {
    text(path, inside: root).map { FormatNames.format(of: $0) != nil } ?? false
  }

  private static func text(_ path: String, inside root: String) -> ParsedText? {
    guard
      case .success(let contents) = GuardedFiles.guarded(path, for: .foreign, inside: root)
    else { return nil }
    return ParsedText(SourceText.clean(path: path, bytes: contents.bytes).0)
  }
}
