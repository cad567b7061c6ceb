function nameScrollingBoxes() {
  document.querySelectorAll('.table, pre, .canvas').forEach(function (box) {
    var wide = box.scrollWidth - box.clientWidth, tall = box.scrollHeight - box.clientHeight;
    if (Math.sign(Math.max(wide, tall) - 1) === 1) {
      var part = box.closest('article, section') || document.body;
      var head = part.querySelector('h2, h3, h4') || document.querySelector('h1');
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
document.addEventListener('change', nameScrollingBoxes);
document.addEventListener('toggle', nameScrollingBoxes, true);
nameScrollingBoxes();
function reveal() {
  var target = document.getElementById(location.hash.slice(1)), part = target;
  while (part) {
    if (part.tagName === 'DETAILS') { part.open = true; }
    part = part.parentElement;
  }
  if (target) { target.scrollIntoView(); }
}
addEventListener('hashchange', reveal);
reveal();
