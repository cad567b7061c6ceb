import Architecture
import Findings
import SourceText

/// What addresses lead to that no file describes: third parties and stores that vendors run.
///
/// They are recognised by the domains and schemes on the pages of products, and named after them:
/// the address itself may be nobody's business. What no page knows is a question.
struct Outsiders {
  private let system: ForeignSystem
  /// Third parties by their products: whatever their host, they are one.
  private var vendors: [String: Int] = [:]
  /// The last number given to each name.
  private var lastNumbers: [String: Int] = [:]
  private var asked: Set<String> = []

  init(_ system: ForeignSystem) { self.system = system }

  /// Adds a component for each, under the host by which others reach it.
  mutating func add() {
    for mention in system.mentions where mention.form != .name {
      for address in mention.addresses where isOutside(address.host) {
        guard !address.isBare || mention.form == .addresses else { continue }
        if let found = product(of: address) {
          system.alias(address.host, of: component(of: found, at: mention.span))
        } else if mention.form == .addresses {
          ask(mention)
        }
      }
    }
  }

  /// Whether a host is one of the world, and none that is known by now.
  private func isOutside(_ host: String) -> Bool {
    let last = host.split(separator: ".").last ?? ""
    let isWorld = host.contains(".") && !["local", "localhost", "internal", "svc"].contains(last)
    return isWorld && !host.hasPrefix("127.") && host != "0.0.0.0"
      && system.number(of: host) == nil
  }

  private func product(of address: Addresses.Address) -> FoundProduct? {
    if let found = system.mappings.product(ofHost: address.host) { return found }
    let found = system.mappings.product(ofScheme: address.scheme)
    return [.store, .channel].contains(found?.kind?.role) ? found : nil
  }

  private mutating func component(of found: FoundProduct, at span: SourceSpan) -> Int {
    let id = found.product.id
    if let number = vendors[id] { return number }
    let name = freeName(id)
    let number = system.component(name, at: span)
    system.add(found, to: number, at: span)
    if found.kind == .external { vendors[id] = number }
    return number
  }

  /// The id of a product, with a number where it is the name of another component.
  private mutating func freeName(_ id: String) -> String {
    while true {
      let number = (lastNumbers[id] ?? 0) + 1
      lastNumbers[id] = number
      let name = number == 1 ? id : "\(id)-\(number)"
      if system.number(of: name) == nil { return name }
    }
  }

  private mutating func ask(_ mention: Mention) {
    let name = system.components[mention.source].name
    guard asked.insert("\(name) \(mention.evidence)").inserted else { return }
    system.ask(
      "whom does `\(name)` reach by \(mention.evidence)? None of the files describes the host",
      of: system.path(of: mention.span))
  }
}
