import Architecture
import SourceText
import YAML

/// What the volumes of services say: data on the disk of a service that is no store.
struct ComposeVolumes {
  private let system: ForeignSystem

  init(_ system: ForeignSystem) { self.system = system }

  /// Reads the volumes of a service.
  ///
  /// A folder of the host is mostly code that somebody works on, so
  /// only a named volume is data.
  func read(_ service: ComposeService, _ component: Int) {
    let yaml = system.yaml
    guard (system.components[component].kind?.role ?? .work) == .work else { return }
    for (node, layer) in service.values("volumes", in: yaml) {
      for item in yaml.oneOrMore(node) {
        guard let source = source(item, layer), isNamed(source) else { continue }
        system.add(.disk, .text("data"), to: component, at: yaml.span(item))
      }
    }
  }

  private func source(_ item: NodeReference, _ layer: ComposeService.Layer) -> String? {
    let yaml = system.yaml
    if yaml.kind(item) == .mapping {
      guard let type = ComposeService.child("type", of: item, yaml), yaml.text(type) == "volume"
      else { return nil }
      return ComposeService.child("source", of: item, yaml).map(yaml.text)
    }
    let parts = layer.variables.replaced(in: yaml.text(item)).split(separator: ":")
    return parts.count > 1 ? String(parts[0]) : nil
  }

  private func isNamed(_ source: String) -> Bool {
    guard let first = source.first else { return false }
    return !"./~$".contains(first) && !source.contains("/") && !source.contains("\\")
  }
}
