/// Who uses whom in a module: a graph over files or folders, by the names of types.
struct Uses {
  /// What each uses.
  private(set) var edges: [String: Set<String>] = [:]

  /// Uses between the files of a module.
  ///
  /// An extension is no home of its type: it uses it.
  init(between files: [SwiftSource]) {
    let home = Self.homes(in: files)
    for file in files {
      edges[file.path] = Set(file.used.compactMap { home[$0] }).subtracting([file.path])
    }
  }

  /// Uses between the folders in a folder, each with all that is below it; files beside them belong
  /// to none.
  init(betweenFoldersIn folder: String, of files: [SwiftSource]) {
    let home = Self.homes(in: files)
    func child(_ path: String) -> String? {
      let rest = path.dropFirst(folder.count + 1)
      guard path.hasPrefix(folder + "/"), let end = rest.firstIndex(of: "/") else { return nil }
      return String(rest[..<end])
    }
    for file in files {
      guard let own = child(file.path) else { continue }
      let others = Set(file.used.compactMap { home[$0].flatMap(child) }).subtracting([own])
      edges[own, default: []].formUnion(others)
    }
  }

  /// The file of each type that other files see.
  private static func homes(in files: [SwiftSource]) -> [String: String] {
    let pairs = files.flatMap { file in
      file.blocks.filter { $0.isType && !$0.isPrivate }.map { ($0.name, file.path) }
    }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Groups in which each uses each other, directly or through others, sorted.
  var rings: [[String]] {
    let reached = Dictionary(uniqueKeysWithValues: edges.keys.map { ($0, all(from: $0)) })
    let rings = edges.keys.compactMap { start -> [String]? in
      let ring = (reached[start] ?? []).filter { reached[$0]?.contains(start) == true }.sorted()
      return ring.count > 1 && ring.first == start ? ring : nil
    }
    return rings.sorted { $0[0] < $1[0] }
  }

  private func all(from start: String) -> Set<String> {
    var reached: Set<String> = []
    var open = [start]
    while let next = open.popLast() {
      for other in edges[next] ?? [] where reached.insert(other).inserted { open.append(other) }
    }
    return reached
  }

  /// The ring as a text, such as `Queue Stack`: paths without folders.
  func names(_ ring: [String]) -> String {
    ring.map { path in
      let name = path.split(separator: "/").last ?? ""
      return String(name.hasSuffix(".swift") ? name.dropLast(6) : name)
    }.sorted().joined(separator: " ")
  }

  /// The ring with who uses whom in it.
  func words(_ ring: [String]) -> String {
    ring.map { "\(names([$0])) uses \(names((edges[$0] ?? []).filter(ring.contains)))" }
      .joined(separator: ", ")
  }
}
