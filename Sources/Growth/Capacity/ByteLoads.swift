/// Bytes per second that pass a component by the `payload` of its relations.
struct ByteLoads {
  /// What callers send it, or read from it.
  var served = Rates()
  /// What it sends to others, reads from them, or takes off channels.
  var used = Rates()
  /// What all readers of a channel take.
  var handedOut = Rates()
  /// Whether some of what passes has no known size.
  var isPartial = false
}

/// Connections and sessions that users hold at a component.
struct UserLoads {
  var connections = Rates()
  var sessions = Rates()
  /// The properties they follow from.
  var inputs: [ElementProperty] = []
  /// Whether some connections stay for an unknown time.
  var isPartial = false
  /// The number of users of a journey, where it would have to be known who keeps a session.
  var unknownUsers: ElementProperty?
}
