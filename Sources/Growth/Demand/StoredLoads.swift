/// Writes and reads that a store, or messages that a channel has to take.
struct StoredLoads {
  var writes = Rates()
  var reads = Rates()
  /// Whether it replays writes of what it is a copy of.
  var isCopy = false
}
