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
