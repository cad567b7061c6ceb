import YAML

/// Which of some Compose files are read, and in which order.
///
/// Files that somebody named lie over each other in their order. Of a folder, the file that Compose
/// itself would take is read, its override over it, and others that describe other services; a
/// file with the same services is an alternative, such as a stack for Swarm.
struct ComposeFiles {
  private let system: ForeignSystem

  init(_ system: ForeignSystem) { self.system = system }

  /// The files that are read; what is said of the others is noted.
  func read(of files: [ForeignFile]) -> [ForeignFile] {
    var folders: [String] = []
    var found: [String: [ForeignFile]] = [:]
    for file in files {
      let folder = Self.parts(file.path).folder
      if found[folder] == nil { folders.append(folder) }
      found[folder, default: []].append(file)
    }
    return folders.flatMap { folder in
      let own = found[folder] ?? []
      let named = own.filter(\.isNamed)
      return named + chosen(own.filter { !$0.isNamed }, beside: named)
    }
  }

  /// The files of a folder without alternatives to others of it.
  private func chosen(_ files: [ForeignFile], beside named: [ForeignFile]) -> [ForeignFile] {
    // The order of files of one rank stays.
    let ranks = files.map { Self.rank($0.path) }
    let ordered = files.indices.sorted { (ranks[$0], $0) < (ranks[$1], $1) }.map { files[$0] }
    var chosen: [ForeignFile] = []
    var taken = Set(named.flatMap(services))
    for file in ordered {
      let own = services(file)
      let isOver = Self.stem(file.path) == chosen.first.map { Self.stem($0.path) + ".override" }
      guard isOver || taken.isDisjoint(with: own) else {
        let first = Self.parts((named + chosen).first?.path ?? "").name
        system.ignoreAll(
          of: file.path,
          "it has services of `\(first)` beside it again; name the file to read it instead")
        continue
      }
      taken.formUnion(own)
      chosen.append(file)
    }
    return chosen
  }

  private func services(_ file: ForeignFile) -> [String] {
    let yaml = system.yaml
    guard let root = file.roots.first,
      let services = ComposeService.child("services", of: root, yaml),
      yaml.kind(services) == .mapping
    else { return [] }
    return yaml.entries(services).map(\.name)
  }

  // MARK: - Names

  /// The names that Compose looks for, in its order.
  private static let defaults = [
    "compose.yaml", "compose.yml", "docker-compose.yml", "docker-compose.yaml",
  ]

  /// Whether Compose takes a file without being told to.
  static func isDefault(_ path: String) -> Bool { rank(path) <= defaults.count }

  private static func rank(_ path: String) -> Int {
    let name = parts(path).name
    if let rank = defaults.firstIndex(of: name) { return rank }
    return stem(path).hasSuffix(".override") ? defaults.count : defaults.count + 1
  }

  /// A path without its ending: an override need not have that of the file that it lies over.
  private static func stem(_ path: String) -> Substring {
    path.lastIndex(of: ".").map { path[..<$0] } ?? path[...]
  }

  private static func parts(_ path: String) -> (folder: String, name: String) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    return (String(path.dropLast(name.count)), name)
  }
}
