import SourceText

/// What a tool is called with, each argument of the form that its parameter has.
struct Call: Sendable {
  let workspace: Workspace
  /// Whether the client no longer waits.
  let isCancelled: @Sendable () -> Bool
  private let arguments: JSONValue

  /// The call of a tool; throws what is wrong with its arguments.
  init(
    _ arguments: JSONValue, of parameters: [Parameter], in workspace: Workspace,
    isCancelled: @escaping @Sendable () -> Bool
  ) throws(ToolFailure) {
    for member in arguments.members ?? [] {
      guard let parameter = parameters.first(where: { $0.name == member.name }) else {
        let near = suggestion(for: member.name, among: parameters.map(\.name))
        throw ToolFailure(
          "there is no argument `\(member.name.prefix(60))`" + hint(near))
      }
      guard member.value == .null && !parameter.isRequired || parameter.takes(member.value) else {
        throw ToolFailure("`\(parameter.name)` is \(parameter.words)")
      }
    }
    if let missing = parameters.first(where: { $0.isRequired && arguments[$0.name] == nil }) {
      throw ToolFailure("missing `\(missing.name)`, \(missing.words): \(missing.documentation)")
    }
    self.arguments = arguments
    self.workspace = workspace
    self.isCancelled = isCancelled
  }

  /// The text of an argument; nil where it is not said.
  func text(_ name: String) -> String? { arguments[name]?.string }

  /// Whether a flag is said and true.
  func isSet(_ name: String) -> Bool { arguments[name]?.flag ?? false }

  /// The whole number of an argument; nil where it is not said.
  func integer(_ name: String) -> Int? { arguments[name]?.number.flatMap { Int(exactly: $0) } }

  /// The texts of a list; none where it is not said.
  func texts(_ name: String) -> [String] { arguments[name]?.items?.compactMap(\.string) ?? [] }

  /// The numbers of a list; none where it is not said.
  func numbers(_ name: String) -> [Double] { arguments[name]?.items?.compactMap(\.number) ?? [] }
}

/// Why a tool cannot do its job, in a sentence that an assistant can act on.
struct ToolFailure: Error {
  let message: String

  init(_ message: String) { self.message = message }

  /// A line for each thing that is wrong.
  init(_ problems: [Problem]) {
    self.init(problems.map(\.line.printable).joined(separator: "\n"))
  }
}
