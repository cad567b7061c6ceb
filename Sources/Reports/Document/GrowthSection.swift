import Findings
import Growth
import Review
import SourceText

/// What becomes of the system when demand multiplies: the tables of `tenfold grow`, with bars.
struct GrowthSection {
  let review: GrowthReview
  let forecast: GrowthForecast
  let identity: String
  private let tables: GrowthTables

  /// Rows that a table shows before the rest is folded.
  private static let shownRows = 12

  init(_ review: GrowthReview, _ forecast: GrowthForecast, identity: String) {
    self.review = review
    self.forecast = forecast
    self.identity = identity
    tables = GrowthTables(
      forecast, scenarios: review.scenarios, signs: GrowthSigns(isUnicode: true), isComplete: true)
  }

  var limited: [ElementForecast] { tables.limited }

  var elements: [XMLElement] {
    let warnings = forecast.divergences.map { XMLElement("p", text: $0) }
    let loads = limited.isEmpty ? [] : [slider] + self.loads + [XMLElement("figure", [curves])]
    let others = [
      tables.scenario, tables.losses, tables.utilisation, tables.journeys, tables.backlogs,
      tables.scaling,
    ]
    return warnings + loads + notes(tables.headroom)
      + others.filter { !$0.rows.isEmpty }.flatMap(table) + retries + questions
  }

  // MARK: - Loads

  /// Shown when there is a script to move bars and columns with it.
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

  /// The table of headroom, with today's utilisation and a bar that the slider moves.
  private var loads: [XMLElement] {
    let table = tables.headroom
    let kept = table.columns.indices.filter { table.columns[$0].side != .drawn }
    let columns =
      [XMLElement.Column.words(table.subject)] + kept.map { table.columns[$0].page }
      + [.number("Utilisation today"), .words("")]
    let rows = zip(table.rows, limited).compactMap { lines, element -> [XMLElement]? in
      guard let line = lines.first, let limit = element.first?.headroom else { return nil }
      let today = element.points.first?.utilisation
      let load = XMLElement(
        "span", ["class": "load"], text: today.map(GrowthNumber.share) ?? "unknown")
      return [.text(line.name)] + kept.map { line.cells[$0].element }
        + [load, bar(element, today, limit)]
    }
    let next = limited.dropFirst(Self.shownRows).first?.first
    return XMLElement.folded(columns, rows, shown: Self.shownRows, style: "loads") { count in
      "and \(count) more, which carry \(next.map { tables.carries($0) } ?? "") and more"
    }
  }

  private func bar(_ element: ElementForecast, _ today: Double?, _ limit: Double) -> XMLElement {
    let width = min(1, max(0, today ?? 0)) * 100
    let points = curve(element, limit)
    let bar = XMLElement(
      "span",
      [
        "class": limit < 1 ? "bar over" : "bar",
        "style": "width: \(Unit.digits(width, significant: 3))%",
        "data-load": points.map { Unit.digits($0.load) }.joined(separator: " "),
        "data-at": points.map { Self.exact($0.multiple) }.joined(separator: " "),
        "data-limit": Self.exact(limit), "data-name": element.name,
      ])
    return XMLElement("span", ["class": "track"], [bar])
  }

  /// What is in use of an element at the multiples, and all of it where its limit is reached.
  private func curve(
    _ element: ElementForecast, _ limit: Double
  ) -> [(multiple: Double, load: Double)] {
    let points = zip(forecast.multiples, element.points).compactMap { multiple, point in
      point.utilisation.map { (multiple: multiple, load: $0) }
    }
    guard let first = points.first, let last = points.last, first.multiple < limit,
      limit < last.multiple
    else { return points }
    return points.filter { $0.multiple < limit } + [(limit, 1)]
      + points.filter { $0.multiple > limit }
  }

  /// A multiple that is compared and not only shown.
  private static func exact(_ multiple: Double) -> String {
    Unit.digits(multiple, significant: 9)
  }

  // MARK: - Tables

  /// A table under its title, its notes below it.
  private func table(_ table: GrowthTable) -> [XMLElement] {
    let isByMultiple = table.columns.count == forecast.multiples.count
    let rows = table.rows.map { lines in
      lines.map { line -> [XMLElement] in
        let name = XMLElement("span", ["class": line.isMore ? "dim" : nil], text: line.name)
        let blanks = table.columns.count - line.cells.count
        return [name] + line.cells.map(\.element)
          + Array(repeating: XMLElement.text(""), count: max(0, blanks))
      }
    }
    let lines = rows.first?.count ?? 1
    let style = isByMultiple ? "by-multiple" : nil
    return [XMLElement("h3", text: table.title)]
      + XMLElement.folded(
        [.words(table.subject)] + table.columns.map(\.page), rows.flatMap(\.self),
        shown: rows.prefix(Self.shownRows).reduce(0) { $0 + $1.count }, style: style
      ) { _ in "and \(table.rows.count - Self.shownRows) more" + (lines > 1 ? " elements" : "") }
      + notes(table)
  }

  private func notes(_ table: GrowthTable) -> [XMLElement] {
    table.notes.map { XMLElement("p", ["class": "dim"], text: $0) }
  }

  // MARK: - Lists

  /// Components that retries can hold down, the first reached in front.
  private static let shownRetries = 20

  private var retries: [XMLElement] {
    guard !forecast.retryRisks.isEmpty else { return [] }
    let shown = forecast.retryRisks.prefix(Self.shownRetries)
    let rest = forecast.retryRisks.count - shown.count
    return [
      XMLElement("h3", text: "Retries (law)"), XMLElement.list(shown.map(\.words)),
    ] + (rest > 0 ? [XMLElement("p", ["class": "dim"], text: "and \(rest) more")] : [])
  }

  private var questions: [XMLElement] {
    guard !review.questions.isEmpty else { return [] }
    let rows = review.questions.map(\.question).map { question -> [XMLElement] in
      [.text(question.question), .text("\(question.place.path):\(question.place.start.line)")]
    }
    return [XMLElement("h3", text: "To say more, tell")]
      + XMLElement.folded(
        [.words("Question"), .words("Where")], rows, shown: Self.shownRows)
  }
}

extension GrowthTable.Column {
  /// The column on a page, where there is room for words.
  fileprivate var page: XMLElement.Column {
    XMLElement.Column(title: words ?? title, isNumber: side == .right)
  }
}

extension GrowthTable.Cell {
  /// The cell on a page.
  fileprivate var element: XMLElement {
    let style: String? =
      switch tone {
      case .plain: nil
      case .good: "good"
      case .warn: "medium"
      case .bad: "critical"
      }
    return XMLElement("span", ["class": style], text: text)
  }
}
