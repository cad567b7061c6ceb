/// Where the screen begins: what flags say instead of keys, so that a view can be shared and looked
/// at without a person.
package struct ScreenStart: Equatable, Sendable {
  /// The name of the view, in any case; nil for the one that the contents call for.
  package var view: String?
  /// Times today's demand that growth begins with; nil for today.
  package var multiple: Double?
  /// The text of the filter.
  package var filter: String?
  /// A text of the row to select.
  package var selection: String?
  /// The revision that is compared with; nil for the one that is checked out.
  package var revision: String?
  /// Whether the mouse scrolls and selects.
  package var hasMouse = false
  /// Keys that are pressed once the first review is shown.
  package var keys: [Key] = []

  /// The screen as it is opened without flags.
  package init() {}

  /// The names that `view` knows.
  package static let views = Views.all.map { $0.title.lowercased() }
}
