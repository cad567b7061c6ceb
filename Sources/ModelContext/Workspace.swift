package import Description
package import Facts
package import Review

/// What an assistant may look at: the files below a root, and the rules that judge them.
package struct Workspace: Sendable {
  /// The rules and the catalogue.
  let rules: RuleSet
  /// How a description is read, by its path from the root.
  let files: @Sendable (_ path: String) -> FileAccess
  /// What its project says of it.
  let settings: @Sendable (_ path: String) -> ReviewSettings
  /// How long a query may work.
  let queryLimit: TimeLimit?
  /// Writes a file that said something else before; nil where nothing may be written.
  let write: Writing?

  /// Writes a text in place of another one; says why not, when it cannot.
  package typealias Writing =
    @Sendable (_ path: String, _ old: String, _ new: String) -> String?

  /// A workspace from its parts.
  package init(
    rules: RuleSet, files: @escaping @Sendable (_ path: String) -> FileAccess,
    settings: @escaping @Sendable (_ path: String) -> ReviewSettings = { _ in ReviewSettings() },
    queryLimit: TimeLimit? = nil, write: Writing? = nil
  ) {
    self.rules = rules
    self.files = files
    self.settings = settings
    self.queryLimit = queryLimit
    self.write = write
  }
}
