package import YAML

/// What a component is billed by; each is a key of `prices`.
package enum PriceUnit: String, CaseIterable, Sendable {
  case perReplica = "per-replica"
  case perGigabyte = "per-gigabyte"
  case perRequest = "per-request"
  case perMessage = "per-message"

  /// The form of such a price.
  package var type: ValueType {
    switch self {
    case .perReplica, .perGigabyte: .moneyRate
    case .perRequest, .perMessage: .money
    }
  }

  /// What it is the price of.
  package var documentation: String {
    switch self {
    case .perReplica: "The price of one replica, such as 0.40 EUR/h."
    case .perGigabyte: "The price of a gigabyte of what it has `stored`, such as 0.10 EUR/month."
    case .perRequest: "The price of one request to it, such as 0.25 EUR."
    case .perMessage: "The price of one message that it passes on or consumes."
    }
  }

  /// The price that a text of its form says: of replicas and gigabytes that of a month.
  package func price(_ text: String) -> Money? {
    switch self {
    case .perReplica, .perGigabyte: Money(perMonth: text)
    case .perRequest, .perMessage: Money(text)
    }
  }
}
