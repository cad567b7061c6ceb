/// A page with how far it is scrolled.
struct OpenPage {
  let page: any Page
  var top = 0
  /// The value that the keys act on, by its place among those of the text.
  var figure: Int?
}
