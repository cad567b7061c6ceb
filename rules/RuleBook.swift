/// The rule book: pages of rules by theme, and the catalogue of technologies.
///
/// A page is rule, manual and test in one file; the build embeds all of them. This file is the only
/// Swift in the folder and knows nothing of what the pages say.
package enum RuleBook {
  /// Path and text of every page, sorted by path.
  package static let files = EmbeddedFiles.all
}
