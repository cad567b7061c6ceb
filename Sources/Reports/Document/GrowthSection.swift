import Findings
import Growth
import Review
import SourceText

/// What becomes of the system when demand multiplies: the tables of `tenfold grow`, with bars.
struct GrowthSection {
  let review: GrowthReview
  let forecast: GrowthForecast
  let identity: String
  let tables: GrowthTables

  /// Rows that a table shows before the rest is folded.
  static let shownRows = 12

  init(_ review: GrowthReview, _ forecast: GrowthForecast, identity: String) {
    self.review = review
    self.forecast = forecast
    self.identity = identity
    tables = GrowthTables(
      forecast, scenarios: review.scenarios, standings: review.standings,
      calibrations: review.calibrations, measuredPoints: review.measuredPoints, costs: review.costs,
      signs: GrowthSigns(isUnicode: true), isComplete: true)
  }

  var limited: [ElementForecast] { tables.limited }

  var blocks: [Block] {
    let warnings = forecast.divergences.map { Block.paragraph($0) }
    let slider = Block.slider(id: "\(identity)-multiple")
    let loads = limited.isEmpty ? [] : [slider] + self.loads
    return warnings + loads + notes(tables.headroom)
      + tables.behindJourneys.filter { !$0.rows.isEmpty }.flatMap(table) + retries + questions
  }

  // MARK: - Loads

  /// The table of headroom, with today's utilisation and a bar that the slider moves.
  private var loads: [Block] {
    let table = tables.headroom
    let kept = table.columns.indices.filter { table.columns[$0].side != .drawn }
    let columns =
      [Block.Column.words(table.subject)] + kept.map { table.columns[$0].column }
      + [.number("Utilisation today"), .words("")]
    let rows = zip(table.rows, limited).compactMap { lines, element -> [Inline]? in
      guard let line = lines.first, let limit = element.first?.headroom else { return nil }
      let today = element.points.first?.utilisation
      let load = Inline.toned(today.map(GrowthNumber.share) ?? "unknown", .load)
      return [.text(line.name)] + kept.map { line.cells[$0].inline }
        + [load, bar(element, today, limit)]
    }
    let next = limited.dropFirst(Self.shownRows).first?.first
    return Block.foldedTable(columns, rows, shown: Self.shownRows, .loads) { count in
      "and \(count) more, with a headroom of \(next.map { tables.carries($0) } ?? "") and above"
    }
  }

  private func bar(_ element: ElementForecast, _ today: Double?, _ limit: Double) -> Inline {
    .bar(
      Inline.LoadBar(
        name: element.name, share: today ?? 0, points: curve(element, limit), limit: limit))
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

  // MARK: - Tables

  /// A table under its title, its notes below it.
  private func table(_ table: GrowthTable) -> [Block] {
    let isByMultiple = table.columns.count == forecast.multiples.count
    let rows = table.rows.map { lines in
      lines.map { line -> [Inline] in
        let name = Inline.toned(line.name, line.isMore ? .dim : .plain)
        let blanks = table.columns.count - line.cells.count
        return [name] + line.cells.map(\.inline)
          + Array(repeating: Inline.text(""), count: max(0, blanks))
      }
    }
    let kind: Block.Kind? = isByMultiple ? .byMultiple : nil
    let content = Block.table(
      [.words(table.subject)] + table.columns.map(\.column), rows.flatMap(\.self), kind)
    return [.part(title: table.title, [content] + notes(table))]
  }

  private func notes(_ table: GrowthTable) -> [Block] {
    table.notes.map { .paragraph($0, .dim) }
  }

  // MARK: - Lists

  /// Components that retries can hold down, the first reached in front.
  private static let shownRetries = 3

  private var retries: [Block] {
    guard !forecast.retryRisks.isEmpty else { return [] }
    let rest = forecast.retryRisks.dropFirst(Self.shownRetries).map(\.words)
    return [
      .heading("Retries (law)"),
      .list(forecast.retryRisks.prefix(Self.shownRetries).map(\.words)),
    ] + (rest.isEmpty ? [] : [.folded(title: "and \(rest.count) more", [.list(rest)])])
  }

  private var questions: [Block] {
    guard !review.questions.isEmpty else { return [] }
    let rows = review.questions.map(\.question).map { question -> [Inline] in
      [.text(question.question), .text("\(question.place.path):\(question.place.start.line)")]
    }
    let table = Block.table([.words("Question"), .words("Where")], rows)
    return [.part(title: "Open questions", [table])]
  }
}

extension GrowthTable.Column {
  /// The column in a document, where there is room for words.
  var column: Block.Column {
    Block.Column(title: words ?? title, isNumber: side == .right)
  }
}

extension GrowthTable.Cell {
  /// The cell in a document.
  var inline: Inline {
    switch tone {
    case .plain: .toned(text, .plain)
    case .good: .toned(text, .good)
    case .warn: .toned(text, .medium)
    case .bad: .toned(text, .critical)
    }
  }
}
