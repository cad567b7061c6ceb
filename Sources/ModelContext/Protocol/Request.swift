import SourceText

/// A message of the client: a request when it has an id, else a notification.
struct Request {
  /// A text or a whole number; nil for a notification.
  let id: JSONValue?
  let method: String
  let params: JSONValue
  /// Whether the request names a revision without a handshake.
  let isModern: Bool

  /// Reads a message that is JSON; throws what is wrong with it, nil for what needs no answer, as
  /// an answer to what was never asked.
  init?(_ message: JSONValue) throws(ProtocolError) {
    guard message.members != nil, message["jsonrpc"]?.string == "2.0" else {
      throw ProtocolError(code: .invalidRequest, message: "a message is an object of JSON-RPC 2.0")
    }
    id = message["id"]
    guard let method = message["method"]?.string else {
      if message["method"] == nil, message["result"] != nil || message["error"] != nil {
        return nil
      }
      throw ProtocolError(code: .invalidRequest, message: "a message names its `method`")
    }
    self.method = method
    params = message["params"] ?? .members([:])
    let named = params["_meta"]?[Revision.key]
    isModern = named != nil
    guard id.map(Self.isID) ?? true else {
      throw ProtocolError(code: .invalidRequest, message: "an `id` is a text or a whole number")
    }
    guard params.members != nil else {
      throw ProtocolError(code: .invalidParams, message: "`params` is an object")
    }
    if let named, named.string != Revision.july2026.rawValue {
      throw ProtocolError(
        code: .unsupportedRevision, message: "this revision of the protocol is not spoken",
        data: .members(["supported": Revision.names, "requested": named]))
    }
  }

  private static func isID(_ value: JSONValue) -> Bool {
    switch value {
    case .string, .integer: true
    case .object, .array, .number, .bool, .null, .placeholder: false
    }
  }

  /// The id of a message that may be none, to answer it.
  static func id(of message: JSONValue) -> JSONValue {
    message["id"].flatMap { isID($0) ? $0 : nil } ?? .null
  }
}
