extension Tool {
  /// The tools of a workspace; those that write only where that is allowed.
  static func all(in workspace: Workspace) -> [Tool] {
    [.review, .whatIf, .explain, .query, .schema] + (workspace.write == nil ? [] : [.set])
  }
}
