/// A page with how far it is scrolled.
struct OpenPage {
  let page: any Page
  var top = 0
  /// The value or section at which Tab has stopped, by its place among those of the text.
  var stop: Int?
}
