import Architecture
import YAML

/// Several systems side by side in one.
extension DescriptionShape {
  /// One text with the components and journeys of all, and what else the first says; empty where
  /// there are fewer than two that can be read.
  package static func sideBySide(_ descriptions: [String]) -> [String] {
    let shapes = descriptions.enumerated().compactMap { index, description in
      DescriptionLayout(description)?.renamingComponents { "s\(index)-\($0)" }
        .flatMap(DescriptionShape.init)
    }
    guard let first = shapes.first, shapes.count > 1 else { return [] }
    var whole = first.value.pairs.filter { !shared.contains($0.key) }
    for key in ["journeys", "components"] {
      let pairs = shapes.enumerated().flatMap { index, shape in
        (shape.value[key]?.pairs ?? []).map { pair in
          guard key == "journeys", case .scalar(let name) = pair.key else { return pair }
          return YAMLValue.Pair("s\(index)-\(name)", pair.value)
        }
      }
      if !pairs.isEmpty { whole.append(YAMLValue.Pair(key, .mapping(pairs))) }
    }
    return first.text(.mapping(whole)).map { [$0] } ?? []
  }

  private static let shared: Set<YAMLValue> = [.scalar("journeys"), .scalar("components")]
}
