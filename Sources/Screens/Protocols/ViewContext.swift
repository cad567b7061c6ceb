/// What a view sees and changes of the screen while it does what a key asks for.
package struct ViewContext: Sendable {
  /// What is shown; nil until the first review is made.
  package let contents: Contents?
  /// The view's list.
  package let list: ListModel
  /// Columns and rows below the tabs.
  package let body: (width: Int, height: Int)
  /// A sentence for the status line, until the next key.
  package var notice: String?
  /// The entry to select; nil where the selection stays.
  package var selecting: String?
}
