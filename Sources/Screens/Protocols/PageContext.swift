/// What a page sees of the screen.
package struct PageContext: Sendable {
  /// What is shown; nil until the first review is made.
  package let contents: Contents?
  /// The view below the page.
  package let view: any View
  /// The list of the view.
  package let list: ListModel
  /// All keys of the screen.
  package let keys: [KeyBinding]
}
