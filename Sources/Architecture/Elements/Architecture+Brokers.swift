import Findings
import YAML

extension [Component] {
  /// Per channel that is kept on a broker with others, the broker.
  ///
  /// A broker that is kept on another one is none, which is a problem of the description.
  var brokers: [Int: Int] {
    let hosted = indices.filter { self[$0].kind.role == .channel && self[$0].facts[.broker] != nil }
    guard !hosted.isEmpty else { return [:] }
    var numbers: [String: Int] = [:]
    for (index, component) in enumerated() { numbers[component.name] = index }
    var brokers: [Int: Int] = [:]
    for channel in hosted {
      guard let broker = self[channel].facts.text(.broker).flatMap({ numbers[$0] }),
        broker != channel, self[broker].facts[.broker] == nil
      else { continue }
      brokers[channel] = broker
    }
    return brokers
  }
}

extension Architecture {
  /// What a broker is made of, its channels are: product and vendor, where they do not say their
  /// own.
  mutating func addProductsOfBrokers() {
    for (channel, broker) in brokers {
      for property in [Property.technology, .managed] {
        guard let fact = components[broker].facts[property] else { continue }
        components[channel].facts.add(
          property, Fact(fact.value, .derived, basis: fact.basis, span: fact.span))
      }
    }
  }

  /// Channels are lost with their broker.
  mutating func loseChannels() {
    for (channel, broker) in brokers where components[broker].isLost {
      components[channel].isLost = true
    }
  }
}
