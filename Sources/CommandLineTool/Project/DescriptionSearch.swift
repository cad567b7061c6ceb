import Description
import Findings
import SourceText
import YAML

/// The descriptions below a folder that a review of the folder is about.
///
/// Left out are those in repositories of their own, unless they are submodules or nothing around
/// them is a repository; those that git ignores; what settings exclude; and parts that another one
/// includes.
struct DescriptionSearch {
  /// The descriptions, sorted.
  private(set) var paths: [String]
  /// What was left out, and why.
  private(set) var leftOut: [(path: String, why: String)] = []

  /// Looks below a folder.
  init(under folder: String) {
    let around = Paths.real(folder).flatMap(Repository.root)
    var others: [String] = []
    paths = Files.find(under: folder, suffixes: DescriptionName.suffixes) { inner in
      guard around != nil, Files.isThere(Paths.joined(inner, ".git")), !Self.isSubmodule(inner)
      else { return true }
      others.append(inner)
      return false
    }
    leftOut = others.sorted().map { ($0, "is a repository of its own") }
    guard !paths.isEmpty else { return }
    if let around { leaveOut(Self.ignored(paths, in: around), "is ignored by git") }
    leaveOutExcluded()
    leaveOut(included, "is part of another description")
  }

  /// The only description below a folder; what is no folder, or has none or several of them, as it
  /// is.
  static func only(_ operand: String) -> String {
    guard operand != "-", Files.isDirectory(operand) else { return operand }
    let found = DescriptionSearch(under: operand).paths
    return found.count == 1 ? found[0] : operand
  }

  private mutating func leaveOut(_ files: Set<String>, _ why: String) {
    guard !files.isEmpty else { return }
    leftOut += paths.filter(files.contains).map { ($0, why) }
    paths.removeAll(where: files.contains)
  }

  /// Whether the repository around a folder has it as a submodule.
  private static func isSubmodule(_ folder: String) -> Bool {
    guard let own = Paths.real(folder), let around = Repository.root(of: Paths.folder(of: own)),
      let path = Paths.path(of: own, from: around)
    else { return false }
    return GitCall(in: around).link("ls-files", "-z", "--stage", "--", path) != nil
  }

  /// Files that a call of git is asked about at most.
  private static let mostAsked = 500

  /// Those of some files that git ignores.
  private static func ignored(_ paths: [String], in root: String) -> Set<String> {
    let real = Dictionary(paths.map { (Paths.located($0), $0) }) { first, _ in first }
    let git = GitCall(in: root)
    let sorted = real.keys.sorted()
    let names = stride(from: 0, to: sorted.count, by: mostAsked).flatMap { start in
      git.names(
        of: ["ls-files", "-z", "--others", "--ignored", "--exclude-standard", "--"]
          + sorted[start...].prefix(mostAsked))
    }
    return Set(names.compactMap { real[Paths.joined(root, $0)] })
  }

  // MARK: - Settings

  private mutating func leaveOutExcluded() {
    var patterns: [String: [GlobPattern]] = [:]
    var excluded: [String: Set<String>] = [:]
    for path in paths {
      let own = Paths.located(path)
      let folder = Project.settingsFolders(of: path).first { folder in
        let known = patterns[folder] ?? Self.patterns(in: folder)
        patterns[folder] = known
        let inner = Paths.path(of: own, from: folder)
        return inner.map { inner in known.contains { $0.fits(path: inner) } } ?? false
      }
      if let folder { excluded[folder, default: []].insert(path) }
    }
    for (folder, files) in excluded.sorted(by: { $0.key < $1.key }) {
      let file = Paths.relative(Paths.joined(folder, Project.settingsName))
      leaveOut(files, "is excluded by \(file)")
    }
  }

  /// What the settings in a folder exclude; mistakes in them are told by each review.
  private static func patterns(in folder: String) -> [GlobPattern] {
    let file = Paths.joined(folder, Project.settingsName)
    guard case .success(let contents?) = GuardedFiles.ofProject(file) else { return [] }
    let text = SourceText(path: file, text: String(decoding: contents.bytes, as: UTF8.self))
    let tree = SourceTree.parse(text, source: 0).tree
    return tree.texts(ofKey: "exclude").compactMap(GlobPattern.init)
  }

  // MARK: - Parts

  /// Those that another one includes, and that do not include it in turn.
  private var included: Set<String> {
    guard paths.count > 1 else { return [] }
    let own = Dictionary(paths.map { (Paths.located($0), $0) }) { first, _ in first }
    let parts = paths.map { path in
      (path, Self.parts(of: path).compactMap { own[$0] }.filter { $0 != path })
    }
    let byWhole = Dictionary(parts) { first, _ in first }
    return Set(
      parts.flatMap { whole, parts in
        parts.filter { byWhole[$0]?.contains(whole) == false }
      })
  }

  /// The files that a description includes, as far as a look at its text tells.
  private static func parts(of path: String) -> [String] {
    guard let bytes = Files.bytes(path) else { return [] }
    let text = SourceText(path: path, text: String(decoding: bytes, as: UTF8.self))
    guard text.whole.contains("include:") else { return [] }
    return SourceTree.parse(text, source: 0).tree.texts(ofKey: "include").map {
      Paths.located(Paths.joined(Paths.folder(of: path), $0))
    }
  }
}

extension SourceTree {
  /// What a key of the first document says: a text, or a list of texts.
  fileprivate func texts(ofKey key: String) -> [String] {
    guard let node = node(at: [.key(key)]) else { return [] }
    switch kind(node) {
    case .scalar: return [text(node)]
    case .sequence: return children(node).filter { kind($0) == .scalar }.map { text($0) }
    case .mapping, .alias: return []
    }
  }
}
