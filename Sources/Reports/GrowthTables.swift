import Architecture
import Findings
import Growth
import SourceText

/// The tables of the forecast: headroom with bars, utilisation, journeys and backlogs by multiple.
struct GrowthTables {
  let report: GrowthTextReport
  let forecast: GrowthForecast
  static let nameWidth = 21
  private static let barWidth = 16
  static let columnWidth = 8
  /// Rows of a table before the rest is counted only.
  private static let rows = 12

  var style: TextStyle { report.style }
  var signs: GrowthTextReport.Signs { report.signs }

  var lines: [String] {
    [headroom, losses, utilisation, journeys, backlogs, scaling].filter { !$0.isEmpty }
      .flatMap { $0 + [""] }
  }

  /// Multiples that fit the width.
  var shown: Range<Int> {
    0..<min(
      forecast.multiples.count, (GrowthTextReport.width - Self.nameWidth - 2) / Self.columnWidth)
  }

  func rows(_ all: [ElementForecast]) -> ArraySlice<ElementForecast> {
    report.input.isComplete ? all[...] : all.prefix(Self.rows)
  }

  func rest(_ count: Int) -> [String] {
    let more = count - Self.rows
    return more > 0 && !report.input.isComplete ? ["  and \(more) more (--all shows them)"] : []
  }

  // MARK: - Headroom

  private var headroom: [String] {
    let known = forecast.elements.filter { $0.first != nil }
    // A channel carries what its consumers take off it.
    let unknown = forecast.elements.filter { $0.first == nil && $0.kind.role != .channel }
    var lines: [String] = []
    if !known.isEmpty {
      lines.append(
        style.strong("  " + left("Headroom (law)", Self.nameWidth) + right("carries", 8))
          + "  0.1x1x  10x 100x  "
          + style.strong(left("limit", 19) + right("n-1", 5) + right("mon.", 5)))
      lines += rows(known).map(row) + rest(known.count)
    }
    lines += rows(known).compactMap(held).flatMap { text in
      text.wrapped(width: GrowthTextReport.width - 4).map { "  " + style.dim($0) }
    }
    if !unknown.isEmpty {
      let names = rows(unknown).map(\.name.printable).joined(separator: ", ")
      let more = unknown.count - rows(unknown).count
      let rest = more > 0 ? " and \(more) more" : ""
      lines += "No limit is known of \(names)\(rest).".wrapped(width: GrowthTextReport.width - 4)
        .map { "  " + style.dim($0) }
    }
    return lines
  }

  /// What waits for callees leave of the capacity, where that is felt.
  private func held(_ element: ElementForecast) -> String? {
    guard let limit = element.first, let law = limit.capacity, let held = limit.capacityWithWaits,
      held < 0.95 * law
    else { return nil }
    return "Servers of \(element.name.printable) wait for those of its callees: "
      + "\(Unit.perSecond.format(held)) of \(Unit.perSecond.format(law)) (model)."
  }

  private func row(_ element: ElementForecast) -> String {
    guard let limit = element.first else { return "" }
    let most = limit.isAtMost ? signs.atMost : ""
    let carries = right(most + multiple(limit.headroom), 8)
    let months = limit.months.map { Unit.digits($0, significant: $0 < 10 ? 2 : 3) } ?? "-"
    let spare = limit.headroomWithoutOne.map(multiple) ?? ""
    return "  " + left(element.name, Self.nameWidth) + mark(carries, limit.headroom) + "  "
      + bar(limit.headroom) + "  " + left(limit.kind.rawValue, 19) + right(spare, 5)
      + right(months, 5)
  }

  /// On a scale of decades from 0.1x to 100x and beyond; a mark stands at the target.
  private func bar(_ headroom: Double) -> String {
    let cells = position(headroom)
    let target = forecast.growth.map { position($0.factor) }
    var text = ""
    for cell in 0..<Self.barWidth {
      text += cell < cells ? signs.bar : cell == target ? signs.target : " "
    }
    return mark(text, headroom)
  }

  private func position(_ multiple: Double) -> Int {
    var (decades, rest) = (0.0, multiple * 10)
    while rest >= 10 { (decades, rest) = (decades + 1, rest / 10) }
    // Within a decade a straight line is close enough for a bar.
    let part = rest < 1 ? 0 : decades + (rest - 1) / 9
    return min(Self.barWidth, Int((part * Double(Self.barWidth) / 4).rounded()))
  }

  func mark(_ text: String, _ headroom: Double) -> String {
    if headroom < 1 { return style.bad(text) }
    let target = forecast.growth?.factor ?? 1
    return headroom < target ? style.warn(text) : style.good(text)
  }

  func multiple(_ multiple: Double) -> String {
    if multiple > 1000 { return ">1kx" }
    // What is next to nothing has more digits than a column.
    return multiple > 0 && multiple < 0.001 ? "~0x" : Unit.carried(multiple) + "x"
  }

  func short(_ count: Double) -> String {
    switch count {
    case 1e6...: Unit.digits(count / 1e6, significant: 2) + "M"
    case 1e4...: Unit.digits(count / 1e3, significant: 2) + "k"
    default: Unit.digits(count, significant: 2)
    }
  }

  // MARK: - By multiple

  func heading(_ title: String) -> String {
    let columns = shown.map { right(Unit.digits(forecast.multiples[$0]) + "x", Self.columnWidth) }
    return style.strong("  " + left(title, Self.nameWidth) + columns.joined())
  }

  private var utilisation: [String] {
    let known = forecast.elements.filter { $0.first != nil }
    guard !known.isEmpty else { return [] }
    let lines = rows(known).map { element -> String in
      let cells = element.points[shown].map { point -> String in
        let text = right(point.utilisation.map(share) ?? "-", Self.columnWidth)
        return switch point.utilisation ?? 0 {
        case 1...: style.bad(text)
        case 0.7...: style.warn(text)
        default: text
        }
      }
      return "  " + left(element.name, Self.nameWidth) + cells.joined()
    }
    return [heading("Utilisation (law)")] + lines
  }

  func share(_ share: Double) -> String {
    guard share.isFinite else { return "-" }
    guard share < 1e6 else { return ">1Mx" }
    guard share >= 1e-5 || share == 0 else { return "~0 %" }
    let percent = share * 100
    if percent >= 10_000 { return short(share) + "x" }
    return percent >= 10 || percent == 0
      ? "\(Int(percent.rounded())) %" : Unit.digits(percent, significant: 1) + " %"
  }

  // MARK: - Backlogs

  private var backlogs: [String] {
    let channels = forecast.elements.filter { element in
      element.points.contains { ($0.backlog?.growth ?? 0) > 0 }
    }
    guard !channels.isEmpty else { return [] }
    let lines = rows(channels).flatMap { channel -> [String] in
      let counts = channel.points[shown].map {
        right($0.backlog.map(count) ?? "-", Self.columnWidth)
      }
      let ages = channel.points[shown].map { right($0.backlog.map(age) ?? "-", Self.columnWidth) }
      return [
        "  " + left(channel.name, Self.nameWidth) + counts.joined(),
        "  " + left("  oldest message", Self.nameWidth) + ages.joined(),
      ]
    }
    return [heading("Backlog after a peak")] + lines
  }

  private func count(_ backlog: Backlog) -> String {
    if backlog.timeToDrain == nil { return "endless" }
    return backlog.length > 0 ? short(max(1, backlog.length)) : "-"
  }

  private func age(_ backlog: Backlog) -> String {
    guard let oldest = backlog.oldest, oldest > 0, backlog.timeToDrain != nil else { return "-" }
    return duration(oldest)
  }

  // MARK: - Text

  /// A time in two or three digits, in a few columns.
  func duration(_ seconds: Double) -> String {
    guard seconds < 1e11 else { return ">1000y" }
    let units: [(size: Double, name: String)] = [
      (31_557_600, "y"), (86400, "d"), (3600, "h"), (60, "min"), (1, "s"), (1e-3, "ms"),
      (1e-6, "us"),
    ]
    let unit = units.first { seconds >= $0.size * ($0.size > 1 ? 2 : 1) } ?? (1e-6, "us")
    let number = seconds / unit.size
    return (number >= 10 ? "\(Int(number.rounded()))" : Unit.digits(number, significant: 2))
      + unit.name
  }

  func left(_ text: String, _ width: Int) -> String {
    text.printable.cut(to: width - 1, signs.cut).padded(to: width)
  }

  func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - text.columns)) + text
  }
}
