import Reports
import SourceText

/// One thing that an assistant can ask.
struct Tool: Sendable {
  let name: String
  let title: String
  /// What it does and when to use it, for the assistant.
  let documentation: String
  let parameters: [Parameter]
  /// The schema of its answers.
  let output: JSONValue
  var isReadOnly = true
  let run: @Sendable (Call) throws(ToolFailure) -> any Answer

  /// How it is listed for a client.
  var listing: JSONValue {
    .members([
      "name": .string(name), "title": .string(title), "description": .string(documentation),
      "inputSchema": .members([
        "type": .string("object"),
        "properties": .members(of: parameters.map { ($0.name, $0.schema) }),
        "required": .array(parameters.filter(\.isRequired).map { .string($0.name) }),
        "additionalProperties": .bool(false),
      ]),
      "outputSchema": output,
      "annotations": .members([
        "readOnlyHint": .bool(isReadOnly), "destructiveHint": .bool(false),
        "idempotentHint": .bool(true), "openWorldHint": .bool(false),
      ]),
    ])
  }

  /// Bytes of text that an answer has at most; its JSON is bounded by its lists.
  private static let longest = 60_000

  /// What a call gives: an answer, or why there is none, which an assistant reads as well.
  func result(
    of arguments: JSONValue, in workspace: Workspace, isCancelled: @escaping @Sendable () -> Bool
  ) -> JSONValue {
    do throws(ToolFailure) {
      let call = try Call(arguments, of: parameters, in: workspace, isCancelled: isCancelled)
      let answer = try run(call)
      return .members([
        "content": Self.content(answer.text), "structuredContent": answer.json,
        "isError": .bool(false),
      ])
    } catch {
      return .members(["content": Self.content(error.message), "isError": .bool(true)])
    }
  }

  private static func content(_ text: String) -> JSONValue {
    var text = text
    if text.utf8.count > longest {
      let kept = String(decoding: text.utf8.prefix(longest), as: UTF8.self)
      text = kept[..<(kept.lastIndex(of: "\n") ?? kept.endIndex)] + "\n... and more; ask for less\n"
    }
    return .array([.members(["type": .string("text"), "text": .string(text)])])
  }
}
