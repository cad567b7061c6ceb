/// A page with how far it is scrolled.
struct OpenPage {
  let page: any Page
  var top = 0
}
