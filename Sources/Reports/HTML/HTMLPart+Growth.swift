import Findings
import Growth
import Review
import SourceText

/// What becomes of the system when demand multiplies.
struct GrowthSection {
  let forecast: GrowthForecast
  let identity: String

  /// Elements that the table shows.
  private static let shownRows = 15

  var limited: [ElementForecast] { forecast.elements.filter { $0.first != nil } }

  var elements: [XMLElement] {
    var content = [slider, loads, XMLElement("figure", [curves])]
    if !forecast.journeys.isEmpty { content.append(journeys) }
    content += losses
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
      ["Element", "Limit", "Carries", "Without one", "Months", "Utilisation", ""],
      limited.prefix(Self.shownRows).compactMap { element in
        guard let limit = element.first else { return nil }
        let today = element.points.first?.utilisation
        return [
          .text(element.name), .text(limit.kind.rawValue),
          .text((limit.isAtMost ? "≤ " : "") + Unit.carried(limit.headroom) + "x"),
          .text(limit.headroomWithoutOne.map { Unit.carried($0) + "x" } ?? "-"),
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

  static func percent(_ share: Double) -> String {
    Unit.digits(share * 100, significant: 2) + " %"
  }

  /// What is left when something is lost, and from when on retries keep a component down.
  private var losses: [XMLElement] {
    let lost = forecast.withoutZone.map {
      "Without \($0.lost), \(Unit.carried($0.headroom))x are carried; then \($0.element) breaks."
    }
    let cold = forecast.coldCaches.map {
      "While caches are cold, \(Unit.carried($0.headroom))x are carried; then \($0.element) breaks."
    }
    let retries = forecast.retryRisks.map {
      "From \(Unit.carried($0.multiple))x today's peak on, a spike can leave \($0.element) down "
        + "for good: failing requests are tried \(Unit.digits($0.attempts, significant: 3)) times."
    }
    let sentences = [lost, cold].compactMap(\.self) + retries
    guard !sentences.isEmpty else { return [] }
    return [XMLElement("ul", sentences.map { XMLElement("li", text: $0) })]
  }

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
    return (point.response.isAtLeast ? "≥ " : "") + time
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
