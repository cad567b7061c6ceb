document.querySelectorAll('.slider').forEach(function (slider) {
  var input = slider.querySelector('input'), output = slider.querySelector('output');
  var part = slider.parentElement, bars = part.querySelectorAll('.bar[data-load]');
  var today = Array.from(bars, function (bar) { return share(bar).textContent; });
  function share(bar) { return bar.closest('tr').querySelector('.load'); }
  function numbers(text) { return text.split(' ').map(parseFloat); }
  function isLess(a, b) { return Math.sign(a - b) === -1; }
  function loadAt(multiple, at, load) {
    var before = at.filter(function (m) { return isLess(m, multiple); }).length;
    var right = Math.min(Math.max(before, 1), at.length - 1), left = right - 1;
    if (left === -1) { return load[0]; }
    var share = (multiple - at[left]) / (at[right] - at[left]);
    return load[left] + share * (load[right] - load[left]);
  }
  function percent(load) {
    var number = load * 100;
    if (!isLess(number, 10000)) { return Math.round(load) + 'x'; }
    return (isLess(number, 10) ? Number(number.toPrecision(1)) : Math.round(number)) + ' %';
  }
  function state(over) {
    if (over.length === 0) { return ', carried'; }
    var first = ': ' + over[0] + ' is beyond its limit';
    if (over.length === 1) { return first; }
    return first + ', and ' + (over.length - 1) + ' more would be';
  }
  function heads(table) { return Array.from(table.querySelectorAll('thead th')); }
  function mark(multiple) {
    part.querySelectorAll('.by-multiple').forEach(function (table) {
      var at = 1;
      heads(table).forEach(function (head, index) {
        if (index !== 0) { if (!isLess(multiple, parseFloat(head.textContent))) {
          at = index; } }
      });
      table.querySelectorAll('tr').forEach(function (row) {
        Array.from(row.children).forEach(function (cell, index) {
          cell.classList.toggle('at', index === at);
        });
      });
    });
  }
  function show(multiple) {
    var over = [], isToday = multiple === 1, when = isToday ? 'today' : 'at ' + multiple + 'x';
    bars.forEach(function (bar, index) {
      var load = loadAt(multiple, numbers(bar.dataset.at), numbers(bar.dataset.load));
      if (isNaN(load)) { return; }
      var isOver = isLess(parseFloat(bar.dataset.limit), multiple);
      bar.style.width = Math.min(100, load * 100) + '%';
      bar.classList.toggle('over', isOver);
      bar.classList.toggle('later', isOver ? over.length !== 0 : false);
      if (isOver) { over.push(bar.dataset.name); }
      share(bar).textContent = isToday ? today[index] : percent(load);
    });
    part.querySelectorAll('.loads').forEach(function (table) {
      heads(table).pop().textContent = 'Utilisation ' + when;
    });
    var words = multiple + 'x today\u2019s peak' + state(over);
    output.textContent = words;
    input.setAttribute('aria-valuetext', words);
    mark(multiple);
  }
  function follow() {
    show(Number(Math.pow(10, parseFloat(input.value)).toPrecision(2)));
  }
  slider.hidden = false;
  input.addEventListener('input', follow);
  addEventListener('beforeprint', function () { show(1); });
  addEventListener('afterprint', follow);
  follow();
});
