import SourceText

/// Why a request has no result (https://www.jsonrpc.org/specification, 5.1).
struct ProtocolError: Error {
  let code: Code
  let message: String
  var data: JSONValue?

  enum Code: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParams = -32602
    /// Of the Model Context Protocol.
    case resourceNotFound = -32002
    /// Of its revision 2026-07-28.
    case unsupportedRevision = -32022
  }

  /// The answer to a request; the id is null where it could not be read.
  func answer(to id: JSONValue) -> JSONValue {
    .members([
      "jsonrpc": .string("2.0"), "id": id,
      "error": .members([
        "code": .integer(code.rawValue), "message": .string(message), "data": data,
      ]),
    ])
  }
}
