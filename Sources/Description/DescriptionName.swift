/// How files are named that hold a description.
package enum DescriptionName {
  /// How their names end.
  package static let suffixes = [".tenfold.yaml", ".tenfold.yml", ".tenfold.json"]

  /// Whether a path is that of a description, by its name alone.
  package static func fits(_ path: String) -> Bool { suffixes.contains(where: path.hasSuffix) }

  /// The name without what all of them end with; as it is where it ends otherwise.
  package static func bare(_ name: String) -> String {
    let suffix = suffixes.first { name.hasSuffix($0) }
    return String(name.dropLast(suffix?.count ?? 0))
  }
}
