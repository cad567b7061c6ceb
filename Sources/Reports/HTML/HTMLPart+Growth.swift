import Findings
import Growth
import Review
import SourceText

/// What becomes of the system when demand multiplies.
struct GrowthSection {
  let forecast: GrowthForecast
  let identity: String

  /// Elements that the table and the curves show.
  private static let shownRows = 15
  private static let shownCurves = 6

  init?(_ review: Review, identity: String) {
    guard let architecture = review.architecture else { return nil }
    forecast = GrowthForecast(GrowthModel(architecture))
    guard forecast.first != nil else { return nil }
    self.identity = identity
  }

  private var limited: [ElementForecast] { forecast.elements.filter { $0.first != nil } }

  var elements: [XMLElement] {
    var content = [slider, loads, XMLElement("figure", [curves])]
    if !forecast.journeys.isEmpty { content.append(journeys) }
    let assumed = forecast.assumptions.map { assumption in
      assumption.text + (assumption.decides ? " (decides what breaks first)" : "")
    }
    if !assumed.isEmpty {
      content.append(XMLElement("p", text: "Taken for granted:"))
      content.append(XMLElement("ul", assumed.map { XMLElement("li", text: $0) }))
    }
    return content
  }

  // MARK: - Loads

  /// Shown when there is a script to move the bars with it.
  private var slider: XMLElement {
    let id = "\(identity)-multiple"
    return XMLElement(
      "p", ["class": "slider", "hidden": "hidden"],
      [
        XMLElement("label", ["for": id], text: "Demand: "),
        XMLElement(
          "input",
          [
            "type": "range", "id": id, "min": "0", "max": "2", "step": "0.01", "value": "0",
            "aria-valuetext": "1x today's peak",
          ]),
        XMLElement("output", ["for": id], text: "1x today's peak"),
      ])
  }

  private var loads: XMLElement {
    XMLElement.table(
      ["Element", "Limit", "Carries", "Months", "Utilisation", ""],
      limited.prefix(Self.shownRows).compactMap { element in
        guard let limit = element.first else { return nil }
        let today = element.points.first?.utilisation
        return [
          .text(element.name), .text(limit.kind.rawValue),
          .text((limit.isAtMost ? "at most " : "") + Unit.carried(limit.headroom) + "x"),
          .text(limit.months.map { Unit.digits(max(0, $0), significant: 2) } ?? "-"),
          XMLElement("span", ["class": "load"], text: today.map(Self.percent) ?? "unknown"),
          bar(element, today),
        ]
      })
  }

  private func bar(_ element: ElementForecast, _ today: Double?) -> XMLElement {
    let width = min(1, max(0, today ?? 0)) * 100
    let points = element.points.map { $0.utilisation.map { Unit.digits($0) } ?? "" }
    let bar = XMLElement(
      "span",
      [
        "class": (today ?? 0) >= 1 ? "bar over" : "bar",
        "style": "width: \(Unit.digits(width, significant: 3))%",
        "data-load": points.joined(separator: " "),
        "data-at": forecast.multiples.map { Unit.digits($0) }.joined(separator: " "),
      ])
    return XMLElement("span", ["class": "track"], [bar])
  }

  private static func percent(_ share: Double) -> String {
    Unit.digits(share * 100, significant: 2) + " %"
  }

  // MARK: - Curves

  /// Utilisation over the multiple, both axes logarithmic: a straight line to the limit.
  private var curves: XMLElement {
    let shown = limited.prefix(Self.shownCurves)
    let grid: [[XMLElement]] = forecast.multiples.map { multiple in
      [
        line("grid", Self.x(multiple), 20, Self.x(multiple), 240),
        label(Self.x(multiple), 258, Unit.digits(multiple) + "x", "middle"),
      ]
    }
    let levels: [[XMLElement]] = [0.01, 0.1, 1, 10].map { level in
      [
        line(level == 1 ? "limit" : "grid", 60, Self.y(level), 480, Self.y(level)),
        label(54, Self.y(level) + 4, Self.percent(level), "end"),
      ]
    }
    var used: [Double] = []
    let lines = shown.enumerated().flatMap { index, element -> [XMLElement] in
      let points = zip(forecast.multiples, element.points).compactMap { multiple, point in
        point.utilisation.map { (Self.x(multiple), Self.y($0)) }
      }
      guard let last = points.last else { return [] }
      var height = last.1 + 4
      while used.contains(where: { abs($0 - height) < 14 }) { height += 14 }
      used.append(height)
      let data = points.map { "\(Self.pixels($0.0)),\(Self.pixels($0.1))" }
      return [
        XMLElement(
          "polyline",
          [
            "class": "curve", "points": data.joined(separator: " "),
            "stroke-dasharray": Self.dashes[index % Self.dashes.count],
          ]),
        XMLElement(
          "polyline",
          [
            "class": "curve",
            "points": "490,\(Self.pixels(height - 4)) 530,\(Self.pixels(height - 4))",
            "stroke-dasharray": Self.dashes[index % Self.dashes.count],
          ]),
        label(538, height, element.name, "start"),
      ]
    }
    let title = "Utilisation over multiples of today's peak; above 100 % an element is saturated"
    return XMLElement(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img", "viewBox": "0 0 700 290",
        "width": "700", "height": "290", "aria-labelledby": "\(identity)-curves",
      ],
      [XMLElement("title", ["id": "\(identity)-curves"], text: title)]
        + (grid + levels).flatMap(\.self) + lines)
  }

  private static let dashes = ["none", "8 4", "2 4", "12 4 2 4", "4 2", "1 3"]

  private static func x(_ multiple: Double) -> Double {
    60 + 420 * logarithm(multiple) / logarithm(100)
  }

  private static func y(_ load: Double) -> Double {
    let level = min(10, max(0.01, load))
    return 240 - 220 * (logarithm(level) + 2) / 3
  }

  /// Decimal logarithm, by the digits of a binary one; no library is needed for a drawing.
  private static func logarithm(_ number: Double) -> Double {
    var (value, result, bit) = (max(number, 1e-9), 0.0, 1.0)
    while value < 1 { (value, result) = (value * 10, result - 1) }
    while value >= 10 { (value, result) = (value / 10, result + 1) }
    for _ in 0..<24 {
      bit /= 2
      value *= value
      if value >= 10 { (value, result) = (value / 10, result + bit) }
    }
    return result
  }

  private func line(
    _ style: String, _ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double
  ) -> XMLElement {
    XMLElement(
      "line",
      [
        "class": style, "x1": Self.pixels(x1), "y1": Self.pixels(y1), "x2": Self.pixels(x2),
        "y2": Self.pixels(y2),
      ])
  }

  private func label(_ x: Double, _ y: Double, _ text: String, _ anchor: String) -> XMLElement {
    XMLElement(
      "text",
      ["class": "kind", "x": Self.pixels(x), "y": Self.pixels(y), "text-anchor": anchor],
      text: text)
  }

  private static func pixels(_ number: Double) -> String { "\((number * 10).rounded() / 10)" }

  // MARK: - Journeys

  private var journeys: XMLElement {
    XMLElement.table(
      ["Journey, 99 of 100 within"] + forecast.multiples.map { Unit.digits($0) + "x" },
      forecast.journeys.map { journey in
        [.text(journey.name)] + journey.points.map { .text(Self.words($0)) }
      })
  }

  private static func words(_ point: JourneyPoint) -> String {
    if let goodput = point.goodput, let rate = point.rate, rate > 0, goodput < rate * 0.999 {
      return percent(goodput / rate) + " carried"
    }
    guard point.response.isBounded else { return "no bound" }
    let seconds = point.response.percentile(0.99)
    let rounded = Double(Unit.digits(seconds, significant: 3)) ?? seconds
    let time = Unit.seconds.format(rounded)
    return (point.response.isAtLeast ? "at least " : "") + time
  }

  /// Moves the bars with the slider; without it the table shows today.
  ///
  /// Written without `<`, `>`, `&` and `"`, so that it reads the same as HTML and as XML.
  static let script = """
    document.querySelectorAll('.slider').forEach(function (slider) {
      var input = slider.querySelector('input'), output = slider.querySelector('output');
      var bars = slider.parentElement.querySelectorAll('.bar[data-load]');
      function numbers(text) { return text.split(' ').map(parseFloat); }
      function loadAt(multiple, at, load) {
        var before = at.filter(function (m) { return Math.sign(m - multiple) === -1; }).length;
        var right = Math.min(Math.max(before, 1), at.length - 1), left = right - 1;
        var part = (multiple - at[left]) / (at[right] - at[left]);
        return load[left] + part * (load[right] - load[left]);
      }
      function show() {
        var multiple = Math.pow(10, parseFloat(input.value));
        var words = multiple.toPrecision(2).replace(/[.]0$/, '') + 'x today\\u2019s peak';
        if (Math.sign(multiple - 99.5) === 1) { words = '100x today\\u2019s peak'; }
        output.textContent = words;
        input.setAttribute('aria-valuetext', words);
        bars.forEach(function (bar) {
          var load = loadAt(multiple, numbers(bar.dataset.at), numbers(bar.dataset.load));
          if (isNaN(load)) { return; }
          bar.style.width = Math.min(100, load * 100) + '%';
          bar.classList.toggle('over', Math.sign(load - 1) !== -1);
          var cell = bar.closest('tr').querySelector('.load');
          cell.textContent = Math.round(load * 100) + ' %';
        });
      }
      slider.hidden = false;
      input.addEventListener('input', show);
    });
    """
}
