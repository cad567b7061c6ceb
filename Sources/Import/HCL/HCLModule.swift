/// The files of one folder, which are one module.
final class HCLModule {
  /// A block or value with the number of the text in which it stands.
  struct Placed<Part> {
    let part: Part
    let source: Int
    let path: String
  }

  /// The folder, without a `/` at its end; empty for the one at which reading begins.
  let folder: String
  private(set) var resources: [Placed<HCLBlock>] = []
  private(set) var calls: [Placed<HCLBlock>] = []
  /// The defaults of variables, and the values of locals and outputs.
  private(set) var variables: [String: Placed<HCLExpression>] = [:]
  private(set) var locals: [String: Placed<HCLExpression>] = [:]
  private(set) var outputs: [String: Placed<HCLExpression>] = [:]
  /// The values of variables in `*.tfvars`, which only the module at the top reads.
  private(set) var settings: [String: Placed<HCLExpression>] = [:]
  /// Names of variables.
  private(set) var declared: Set<String> = []

  init(folder: String) { self.folder = folder }

  /// Adds a file.
  func add(_ body: HCLBody, source: Int, path: String) {
    if path.hasSuffix(".tfvars") {
      for attribute in body.attributes {
        settings[attribute.name] = Placed(part: attribute.value, source: source, path: path)
      }
      return
    }
    for block in body.blocks {
      let placed = Placed(part: block, source: source, path: path)
      switch block.type {
      case "resource", "data": if block.labels.count == 2 { resources.append(placed) }
      case "module": if block.labels.count == 1 { calls.append(placed) }
      case "variable":
        guard let name = block.labels.first else { continue }
        declared.insert(name)
        keep(block.body["default"], as: name, in: \.variables, placed)
      case "output":
        guard let name = block.labels.first else { continue }
        keep(block.body["value"], as: name, in: \.outputs, placed)
      case "locals":
        for attribute in block.body.attributes {
          keep(attribute.value, as: attribute.name, in: \.locals, placed)
        }
      default: break
      }
    }
  }

  private func keep(
    _ value: HCLExpression?, as name: String,
    in list: ReferenceWritableKeyPath<HCLModule, [String: Placed<HCLExpression>]>,
    _ place: Placed<HCLBlock>
  ) {
    guard let value, self[keyPath: list][name] == nil else { return }
    self[keyPath: list][name] = Placed(part: value, source: place.source, path: place.path)
  }
}
