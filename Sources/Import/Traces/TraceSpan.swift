import SourceText

/// A piece of work that was traced.
struct TraceSpan {
  /// On which side of a call or message it was.
  enum Side {
    case server, client, producer, consumer
    /// Inside of something, or undeclared.
    case own
  }

  /// The name of the service that did it.
  let service: String
  /// Its trace and its own id, together.
  let id: String
  /// The same of what it is a part of; empty for the first of a trace.
  let parent: String
  /// What it is called.
  let name: String
  var side: Side
  /// Seconds since 1970.
  let start: Double
  let end: Double
  let isError: Bool
  /// What it says of the other side.
  let peer: TracePeer
  let span: SourceSpan
}

/// The other side of a call, as far as the span of one side tells.
struct TracePeer {
  /// The product of a store, such as `postgresql`; empty without.
  var store = ""
  /// The product of a broker, such as `kafka`; empty without.
  var broker = ""
  /// What the other side is called; empty where it is undeclared.
  var name = ""
  /// The queue or topic; empty without.
  var channel = ""
  /// The word of the operation on a store, in capitals: `SELECT`.
  var operation = ""

  /// The same from the attributes of a span, by their names.
  init(_ attribute: (String) -> String?) {
    func first(_ names: [String]) -> String {
      names.lazy.compactMap(attribute).first { !$0.isEmpty } ?? ""
    }
    store = first(["db.system.name", "db.system", "db.type"])
    broker = first(["messaging.system"])
    channel = first(["messaging.destination.name", "messaging.destination"])
    operation = first(["db.operation.name", "db.operation"]).uppercased()
    let host = first(["server.address", "net.peer.name", "http.host", "peer.hostname"])
    let name = first(["peer.service"])
    let schema = first(["db.namespace", "db.name", "db.instance"])
    self.name = !name.isEmpty ? name : Self.isName(host) ? host : store.isEmpty ? "" : schema
  }

  /// Whether a host has a name, not a number.
  private static func isName(_ host: String) -> Bool {
    host.contains { $0.isLetter } && !host.contains(":") && host != "localhost"
  }
}
