/// Moves the bars of a table with its slider, marks the nearest multiple in the tables below, and
/// says what is beyond its limit; without it the table shows today.
///
/// Written without `<`, `>`, `&` and `"`, so that it reads the same as HTML and as XML.
enum GrowthScript {
  static let text = """
    document.querySelectorAll('.slider').forEach(function (slider) {
      var input = slider.querySelector('input'), output = slider.querySelector('output');
      var part = slider.parentElement, bars = part.querySelectorAll('.bar[data-load]');
      function numbers(text) { return text.split(' ').map(parseFloat); }
      function isLess(a, b) { return Math.sign(a - b) === -1; }
      function loadAt(multiple, at, load) {
        var before = at.filter(function (m) { return isLess(m, multiple); }).length;
        var right = Math.min(Math.max(before, 1), at.length - 1), left = right - 1;
        if (left === -1) { return load[0]; }
        var share = (multiple - at[left]) / (at[right] - at[left]);
        return load[left] + share * (load[right] - load[left]);
      }
      function state(over) {
        if (over.length === 0) { return ', carried'; }
        var first = ': ' + over[0] + ' is beyond its limit';
        if (over.length === 1) { return first; }
        return first + ', and ' + (over.length - 1) + ' more would be';
      }
      function mark(multiple) {
        part.querySelectorAll('.by-multiple').forEach(function (table) {
          var heads = Array.from(table.querySelectorAll('th')), at = 1;
          heads.forEach(function (head, index) {
            if (index !== 0) { if (!isLess(multiple + 0.001, parseFloat(head.textContent))) {
              at = index; } }
          });
          table.querySelectorAll('tr').forEach(function (row) {
            Array.from(row.children).forEach(function (cell, index) {
              cell.classList.toggle('at', index === at);
            });
          });
        });
      }
      function show() {
        var multiple = Math.pow(10, parseFloat(input.value)), over = [];
        if (isLess(99.5, multiple)) { multiple = 100; }
        bars.forEach(function (bar) {
          var load = loadAt(multiple, numbers(bar.dataset.at), numbers(bar.dataset.load));
          if (isNaN(load)) { return; }
          var isOver = !isLess(load, 1);
          bar.style.width = Math.min(100, load * 100) + '%';
          bar.classList.toggle('over', isOver);
          bar.classList.toggle('later', isOver ? over.length !== 0 : false);
          if (isOver) { over.push(bar.dataset.name); }
          bar.closest('tr').querySelector('.load').textContent = Math.round(load * 100) + ' %';
        });
        var digits = multiple === 100 ? '100' : multiple.toPrecision(2).replace(/[.]0$/, '');
        var words = digits + 'x today\\u2019s peak' + state(over);
        output.textContent = words;
        input.setAttribute('aria-valuetext', words);
        mark(multiple);
      }
      slider.hidden = false;
      input.addEventListener('input', show);
      show();
    });
    """
}
