/// Leads keys and readers to boxes that scroll: each is a stop of the tab key and has a name, those
/// that show all they hold are not in the way.
///
/// Written without `<`, `>`, `&` and `"`, so that it reads the same as HTML and as XML.
enum ScrollScript {
  static let text = """
    function nameScrollingBoxes() {
      document.querySelectorAll('.table, pre, figure').forEach(function (box) {
        var wide = box.scrollWidth - box.clientWidth, tall = box.scrollHeight - box.clientHeight;
        if (Math.sign(Math.max(wide, tall) - 1) === 1) {
          var head = box.closest('article, section').querySelector('h2, h3, h4');
          box.tabIndex = 0;
          box.setAttribute('role', 'group');
          box.setAttribute('aria-label', head.textContent.trim() + ', which scrolls');
        } else {
          ['tabindex', 'role', 'aria-label'].forEach(function (name) {
            box.removeAttribute(name);
          });
        }
      });
    }
    addEventListener('resize', nameScrollingBoxes);
    document.addEventListener('toggle', nameScrollingBoxes, true);
    nameScrollingBoxes();
    """
}
