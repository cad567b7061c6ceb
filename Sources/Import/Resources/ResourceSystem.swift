import Architecture
import Description
import SourceText

/// The resources of some files, which of them are components, and what belongs to what.
///
/// A class: the readers of names, facts, arrows and rights share it.
final class ResourceSystem {
  let system: ForeignSystem
  let resources: [Resource]
  /// The page that says what types of resources are.
  let page: FormatPage
  /// The resources of an address.
  private(set) var numbers: [String: [Int]] = [:]
  /// The first resource of an address with each number or key of a copy.
  private var copies: [String: [String: Int]] = [:]
  /// The component that each resource is; nil for what is none by itself.
  private(set) var components: [Int?]
  /// The components of which each resource is a part, or that stand behind it.
  private(set) var owners: [Int: [Int]] = [:]
  private(set) var behind: [Int: [Int]] = [:]
  var arrows = ResourceArrows()

  init(_ system: ForeignSystem, _ resources: [Resource], by page: FormatPage) {
    self.system = system
    self.page = page
    self.resources = resources
    components = Array(repeating: nil, count: resources.count)
    for (number, resource) in resources.enumerated() {
      numbers[resource.address, default: []].append(number)
      if let index = resource.index, copies[resource.address]?[index] == nil {
        copies[resource.address, default: [:]][index] = number
      }
    }
  }

  /// What the page of the format says of a resource.
  func mapping(_ number: Int) -> ResourceMapping? {
    page.resources[resources[number].type]
  }

  /// Says which component a resource is.
  func give(_ component: Int, to number: Int) { components[number] = component }

  /// Finds what belongs to what, now that it is known which resources are components.
  func findTies(of numbers: [Int]) {
    for number in numbers { findOwners(number) }
    for number in numbers { findBehind(number) }
  }

  // MARK: - What belongs to what

  private func findOwners(_ number: Int) {
    guard let mapping = mapping(number) else { return }
    let resource = resources[number]
    if let path = mapping.owner {
      for value in resource.values.values(at: path) {
        owners[number, default: []] += named(by: value, from: number)
      }
    }
    for path in mapping.parts {
      for value in resource.values.values(at: path) {
        for part in named(by: value, from: number) where components[part] == nil {
          owners[part, default: []].append(number)
        }
      }
    }
  }

  private func findBehind(_ number: Int) {
    guard let mapping = mapping(number) else { return }
    for path in mapping.fronts {
      for value in resources[number].values.values(at: path) {
        for front in named(by: value, from: number) {
          behind[front, default: []] += ownComponents(of: number)
        }
      }
    }
  }

  /// The components that a resource is or is a part of, by the numbers of components.
  func ownComponents(of number: Int) -> [Int] {
    var (found, seen) = ([] as [Int], [] as Set<Int>)
    var open = [number]
    while let next = open.popLast(), seen.count < 1000 {
      guard seen.insert(next).inserted else { continue }
      if let component = components[next] {
        if !found.contains(component) { found.append(component) }
      } else {
        open += (owners[next] ?? []).reversed()
      }
    }
    return found
  }

  /// The components that stand behind a resource or are it, by the numbers of components.
  func reached(_ number: Int) -> [Int] {
    if let component = components[number] { return [component] }
    if let found = behind[number], !found.isEmpty { return ResourceValue.unique(found) }
    return ownComponents(of: number)
  }

  // MARK: - Names

  /// The resources that a value names: by references, or by the name or the end of the ARN that it
  /// is.
  func named(by value: ResourceValue, from source: Int) -> [Int] {
    var found = value.allReferences.flatMap { resources(at: $0, from: source) }
    if found.isEmpty {
      for item in value.items {
        guard let text = item.text, let number = known[Self.lastPart(text).lowercased()] else {
          continue
        }
        found.append(number)
      }
    }
    return ResourceValue.unique(found).filter { $0 != source }
  }

  /// The copies at an address: the one that it names, the one with the key of the source, or all.
  private func resources(at address: String, from source: Int) -> [Int] {
    var address = address
    if address.last == "]", let start = address.firstIndex(of: "[") {
      let index = String(address[start...].dropFirst().dropLast())
      address = String(address[..<start])
      if let copy = copies[address]?[index] { return [copy] }
    }
    let all = numbers[address] ?? []
    guard all.count > 1, let index = resources[source].index,
      let same = copies[address]?[index]
    else { return all }
    return [same]
  }

  /// Resources by the names that they are given in the cloud; a name that several have is none.
  private lazy var known: [String: Int] = {
    var known: [String: Int] = [:]
    var doubles: Set<String> = []
    for (number, resource) in resources.enumerated() {
      for path in mapping(number)?.names ?? [] {
        for value in resource.values.values(at: path) {
          guard let text = value.text?.lowercased(), text.utf8.count > 1 else { continue }
          if known[text] != nil { doubles.insert(text) } else { known[text] = number }
        }
      }
    }
    return known.filter { !doubles.contains($0.key) }
  }()

  /// The last part of an ARN or path: `arn:aws:sqs:eu-west-1:1:jobs`, `projects/p/topics/jobs`.
  static func lastPart(_ text: String) -> String {
    guard text.utf8.count < 300 else { return "" }
    let parts = text.split(whereSeparator: { $0 == ":" || $0 == "/" })
    return parts.last { $0 != "*" && $0 != "index" }.map(String.init) ?? ""
  }
}
