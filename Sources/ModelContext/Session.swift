import Reports
import SourceText
import Synchronization

/// A conversation with one client, line by line.
///
/// Calls of tools are returned as work, so that whoever runs it can hear that a client no longer
/// waits. A class, because that is said while the work is done.
package final class Session: Sendable {
  /// What is to be done with a line.
  package enum Step: Sendable {
    /// Nothing: it was a notification, or a blank line.
    case nothing
    /// Say this, a line without its end.
    case answer(String)
    /// Do this, which takes a while, and say what it gives; nil where nobody waits any more.
    case work(@Sendable () -> String?)
  }

  private let workspace: Workspace
  private let tools: [Tool]
  /// The ids of calls that are not answered, and whether somebody still waits.
  private let calls = Mutex<[JSONValue: Bool]>([:])

  /// Most bytes of a line that is read; a longer one is answered as none.
  package static let longestLine = 8_000_000

  /// A conversation about a workspace.
  package init(_ workspace: Workspace) {
    self.workspace = workspace
    tools = Tool.all(in: workspace)
  }

  /// What is to be done with a line that came.
  package func take(_ line: some Collection<UInt8>) -> Step {
    guard line.contains(where: { !" \t\r".utf8.contains($0) }) else { return .nothing }
    guard line.count <= Self.longestLine, let message = JSONReader.value(of: line) else {
      let why = line.count <= Self.longestLine ? "no JSON" : "longer than 8 MB"
      return answer(ProtocolError(code: .parseError, message: "the line is \(why)"), to: .null)
    }
    do throws(ProtocolError) {
      guard let request = try Request(message) else { return .nothing }
      guard let id = request.id else {
        notice(request)
        return .nothing
      }
      if request.method == "tools/call" { return try call(request, id) }
      return .answer(Self.answer(try result(of: request), to: id, request))
    } catch {
      // What is no request is not answered, unless it may have been meant as one.
      let isNotification = message["id"] == nil && message["method"] != nil
      return isNotification ? .nothing : answer(error, to: Request.id(of: message))
    }
  }

  // MARK: - Requests

  private func result(of request: Request) throws(ProtocolError) -> JSONValue {
    let resources = Resources(rules: workspace.rules)
    switch request.method {
    case "initialize":
      let revision = Revision.agreed(on: request.params["protocolVersion"]?.string)
      return .members(
        of: [("protocolVersion", .string(revision.rawValue))] + Self.introduction
          + [("serverInfo", Self.server)])
    case "server/discover":
      return .members(
        of: [("supportedVersions", Revision.names)] + Self.introduction
          + [("_meta", .members(["io.modelcontextprotocol/serverInfo": Self.server]))])
    case "ping": return .members([:])
    case "tools/list": return .members(["tools": .array(tools.map(\.listing))])
    case "resources/list": return resources.listing
    case "resources/templates/list": return Resources.templates
    case "resources/read":
      guard let address = request.params["uri"]?.string else {
        throw ProtocolError(code: .invalidParams, message: "missing `uri` of the resource")
      }
      return try resources.contents(at: address)
    case "prompts/list": return .members(["prompts": .array([])])
    default:
      throw ProtocolError(
        code: .methodNotFound, message: "there is no method `\(request.method.prefix(60))`")
    }
  }

  private static let server = JSONValue.members([
    "name": .string(Reports.Tool.name), "title": .string("Tenfold"),
    "version": .string(Reports.Tool.version),
  ])

  /// What both ways to begin say.
  private static let introduction: [(String, JSONValue)] = [
    ("capabilities", .members(["tools": .members([:]), "resources": .members([:])])),
    (
      "instructions",
      .string(
        "Tenfold computes what saturates first in a described system when demand grows. Quote "
          + "its numbers with their arithmetic, origins and places; say \"at most\" where it does; "
          + "put its questions to the user instead of assuming answers.")
    ),
  ]

  // MARK: - Calls

  private func call(_ request: Request, _ id: JSONValue) throws(ProtocolError) -> Step {
    let name = request.params["name"]?.string ?? ""
    guard let tool = tools.first(where: { $0.name == name }) else {
      throw ProtocolError(
        code: .invalidParams,
        message: "there is no tool `\(name.prefix(60))`; there are "
          + tools.map(\.name).joined(separator: ", "))
    }
    let arguments = request.params["arguments"] ?? .members([:])
    guard arguments.members != nil else {
      throw ProtocolError(code: .invalidParams, message: "`arguments` is an object")
    }
    let isNew = calls.withLock { calls in
      guard calls[id] == nil else { return false }
      calls[id] = true
      return true
    }
    guard isNew else {
      throw ProtocolError(code: .invalidRequest, message: "the `id` is that of a running call")
    }
    return .work { [self] in
      let isCancelled = { @Sendable [self] in calls.withLock { $0[id] } != true }
      let result =
        isCancelled()
        ? nil : tool.result(of: arguments, in: workspace, isCancelled: isCancelled)
      let isAwaited = calls.withLock { $0.removeValue(forKey: id) } == true
      return isAwaited ? result.map { Self.answer($0, to: id, request) } : nil
    }
  }

  private func notice(_ request: Request) {
    guard request.method == "notifications/cancelled", let id = request.params["requestId"] else {
      return
    }
    calls.withLock { if $0[id] != nil { $0[id] = false } }
  }

  // MARK: - Answers

  private func answer(_ error: ProtocolError, to id: JSONValue) -> Step {
    .answer(error.answer(to: id).line)
  }

  /// The line of a result; revisions without a handshake want to know that it is whole and how long
  /// it may be kept.
  private static func answer(_ result: JSONValue, to id: JSONValue, _ request: Request) -> String {
    var members = (result.members ?? []).map { ($0.name, $0.value) }
    if request.isModern {
      members.append(("resultType", .string("complete")))
      if request.method != "tools/call", request.method != "ping" {
        members += [("ttlMs", .integer(0)), ("cacheScope", .string("private"))]
      }
    }
    return JSONValue.members([
      "jsonrpc": .string("2.0"), "id": id, "result": .members(of: members),
    ]).line
  }
}
