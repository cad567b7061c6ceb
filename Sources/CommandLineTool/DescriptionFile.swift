import Description

/// A description to review.
struct DescriptionFile {
  let path: String
  /// Whether the user named it; else it was found in a folder, where anybody may have put it.
  var isNamed = true

  /// How it is read, with what it includes.
  var files: FileAccess { Files.access(around: path, isNamed: isNamed) }

  /// The descriptions that some operands name: files as they are, folders by what they hold.
  static func named(by operands: [String]) -> [DescriptionFile] {
    var all: [DescriptionFile] = []
    for operand in operands {
      guard operand != "-", Files.isDirectory(operand) else {
        all.append(DescriptionFile(path: operand))
        continue
      }
      // A folder that holds none is reported in their place.
      let found = Files.descriptions(under: operand)
      all += found.map { DescriptionFile(path: $0, isNamed: false) }
      if found.isEmpty { all.append(DescriptionFile(path: operand)) }
    }
    var seen: Set<String> = []
    return all.filter { seen.insert(Files.realPath($0.path) ?? $0.path).inserted }
  }
}
