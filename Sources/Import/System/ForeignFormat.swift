/// A format of another tool: one folder of this module, one page in `rules/imports`, and its line
/// in `Formats.all`.
protocol ForeignFormat: TextFormat {
  /// Reads all files of the format among the inputs of one system, in their order.
  static func read(_ files: [ForeignFile], into system: ForeignSystem)
}
