import Architecture

extension SimulationRun {
  /// Takes a token of each limit of a station that a request falls under; false when one has none.
  @inline(__always)
  mutating func isWithinLimits(_ request: Int32, of station: Int) -> Bool {
    let limits = network.stations[station].limits
    guard !limits.isEmpty else { return true }
    let call = requests[Int(request)].call
    let kind = call < 0 ? nil : network.calls[Int(call)].kind
    for index in limits where network.limits[index].isEmpty(due: due[index], now, kind) {
      return false
    }
    for index in limits where network.limits[index].concerns(kind) {
      due[index] = max(due[index], now) + network.limits[index].interval
    }
    return true
  }
}

/// Requests go to one of several parts.
extension SimulationRun {
  /// The part of a station that a request goes to: one by chance of those that its caller calls.
  ///
  /// Pools are numbered by who keeps them, then by what they lead to.
  mutating func part(of node: Int32, calledBy parent: Int32) -> Int32 {
    let parts = network.stations[Int(network.nodes[Int(node)].station)].parts
    guard parts.count > 1 else { return 0 }
    guard parent >= 0 else { return part(of: parts) }
    let caller = requests[Int(parent)]
    let called = network.stations[Int(network.nodes[Int(caller.node)].station)].parts
      .called(of: parts)
    if called.count == 1 { return caller.part % Int32(parts.count) }
    let drawn = part(of: called)
    return called.count == parts.count ? drawn : caller.part * Int32(called.count) + drawn
  }

  private mutating func part(of parts: Parts) -> Int32 {
    let chance = random.uniform()
    guard chance >= parts.share else { return 0 }
    return 1
      + Int32(
        Int(
          whole: (chance - parts.share) / (1 - parts.share) * (parts.count - 1),
          most: Int(parts.count) - 2))
  }

  /// Where a call keeps its breaker and budget for the part that a request went to.
  func slot(_ call: Int32, part: Int32) -> Int { network.calls[Int(call)].slot + Int(part) }

  /// The station of the part that a request is at.
  @inline(__always)
  func station(of request: Int32) -> Int32 {
    let made = requests[Int(request)]
    let station = network.nodes[Int(made.node)].station
    return made.part == 0
      ? station : Int32(network.stations[Int(station)].others) + made.part - 1
  }
}
