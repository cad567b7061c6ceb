import Description
import Facts
import ModelContext
import Review
import SourceText
import Synchronization
import Testing
import TestSupport

/// A client without a process: lines to a session, JSON back.
final class Client: Sendable {
  let session: Session
  /// What was written, by path.
  let written: Written

  final class Written: Sendable {
    let files = Mutex<[String: String]>([:])
    subscript(path: String) -> String? { files.withLock { $0[path] } }
  }

  init(_ files: [String: String] = [:], writes: Bool = false) {
    let written = Written()
    let bytes = files.mapValues { Array($0.utf8) }
    let write: Workspace.Writing = { path, old, new in
      guard files[path] == old else { return "it says something else" }
      written.files.withLock { $0[path] = new }
      return nil
    }
    self.written = written
    session = Session(
      Workspace(rules: .builtIn, files: { _ in .memory(bytes) }, write: writes ? write : nil))
  }

  /// What a line is answered with; nil for nothing.
  func say(_ line: String) throws -> JSONValue? { try say(Array(line.utf8)) }

  /// What bytes are answered with; nil for nothing.
  func say(_ line: [UInt8]) throws -> JSONValue? {
    let answer: String? =
      switch session.take(line) {
      case .nothing: nil
      case .answer(let answer): answer
      case .work(let work): work()
      }
    return try answer.map { answer in
      #expect(!answer.contains("\n"))
      return try #require(JSONReader.value(of: Array(answer.utf8)))
    }
  }

  /// What a request is answered with.
  func ask(_ method: String, _ params: String = "{}") throws -> JSONValue {
    try #require(
      try say("{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"\(method)\",\"params\":\(params)}"))
  }

  /// The result of a call.
  func call(
    _ tool: String, _ arguments: KeyValuePairs<String, JSONValue?>
  ) throws -> JSONValue {
    let params = JSONValue.members(["name": .string(tool), "arguments": .members(arguments)])
    return try #require(try ask("tools/call", params.line)["result"])
  }
}

extension JSONValue {
  /// The value behind some names and numbers.
  func at(_ path: String...) -> JSONValue? {
    path.reduce(self) { value, name in
      guard let index = Int(name) else { return value?[name] }
      return value?.items.flatMap { $0.indices.contains(index) ? $0[index] : nil }
    }
  }

  /// The text that a person reads of a result.
  var said: String { at("content", "0", "text")?.string ?? "" }
  /// Whether a result says that a tool could not do its job.
  var isFailure: Bool { self["isError"]?.flag ?? true }
}
