/// Journeys whose users come again when they are answered, solved together at one multiple.
struct ClosedLoad: Sendable {
  /// Per journey, rounds per second; nil for those that come at a rate of their own.
  let throughput: [Double?]
  /// How those who arrive at a component find it; empty where only bounds are known.
  let waits: [Int: ArrivalSeenQueue]
  /// The journeys of users for whom the network has no product form, or is too large.
  let doubted: [Int]
}
