import Architecture
import Findings
import Growth
import SourceText

/// The tables of the forecast: headroom with bars, utilisation, journeys and backlogs by multiple.
struct GrowthTables {
  let report: GrowthTextReport
  let forecast: GrowthForecast
  private static let nameWidth = 21
  private static let barWidth = 16
  private static let columnWidth = 8
  /// Rows of a table before the rest is counted only.
  private static let rows = 12

  private var style: TextStyle { report.style }
  private var signs: GrowthTextReport.Signs { report.signs }

  var lines: [String] {
    [headroom, utilisation, journeys, backlogs].filter { !$0.isEmpty }
      .flatMap { $0 + [""] }
  }

  /// Multiples that fit the width.
  private var shown: Range<Int> {
    0..<min(
      forecast.multiples.count, (GrowthTextReport.width - Self.nameWidth - 2) / Self.columnWidth)
  }

  private func rows(_ all: [ElementForecast]) -> ArraySlice<ElementForecast> {
    report.input.isComplete ? all[...] : all.prefix(Self.rows)
  }

  private func rest(_ count: Int) -> [String] {
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
    if !unknown.isEmpty {
      let names = rows(unknown).map(\.name.printable).joined(separator: ", ")
      let more = unknown.count - rows(unknown).count
      let rest = more > 0 ? " and \(more) more" : ""
      lines += wrapped("No limit is known of \(names)\(rest).", width: GrowthTextReport.width - 4)
        .map { "  " + style.dim($0) }
    }
    return lines
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

  private func mark(_ text: String, _ headroom: Double) -> String {
    if headroom < 1 { return style.bad(text) }
    let target = forecast.growth?.factor ?? 1
    return headroom < target ? style.warn(text) : style.good(text)
  }

  private func multiple(_ multiple: Double) -> String {
    multiple > 1000 ? ">1kx" : Unit.carried(multiple) + "x"
  }

  private func short(_ count: Double) -> String {
    switch count {
    case 1e6...: Unit.digits(count / 1e6, significant: 2) + "M"
    case 1e4...: Unit.digits(count / 1e3, significant: 2) + "k"
    default: Unit.digits(count, significant: 2)
    }
  }

  // MARK: - By multiple

  private func heading(_ title: String) -> String {
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

  private func share(_ share: Double) -> String {
    guard share.isFinite else { return "-" }
    guard share < 1e6 else { return ">1Mx" }
    guard share >= 1e-5 || share == 0 else { return "~0 %" }
    let percent = share * 100
    if percent >= 10_000 { return short(share) + "x" }
    return percent >= 10 || percent == 0
      ? "\(Int(percent.rounded())) %" : Unit.digits(percent, significant: 1) + " %"
  }

  /// The 99th percentile where everything on the way carries the load, else what is carried.
  private var journeys: [String] {
    guard !forecast.journeys.isEmpty else { return [] }
    let isSimulated = forecast.simulated[shown].contains { $0 != nil }
    let isModelled = forecast.simulated[shown].contains { $0 == nil }
    let method = !isSimulated ? "model" : isModelled ? "~ simulated" : "simulated"
    var lines = [heading("p99 (\(method))")]
    for journey in forecast.journeys {
      let cells = shown.map { index in
        cell(
          journey.points[index], forecast.simulated[index]?.journey(journey.name),
          isMarked: isModelled, journey.targetP99)
      }
      lines.append("  " + left(journey.name, Self.nameWidth) + cells.joined())
    }
    return lines + notes + simulations + availability
  }

  /// What the words in the cells of journeys mean.
  private var notes: [String] {
    let all = forecast.journeys.flatMap { $0.points[shown] }
    let points = all.filter { $0.goodput == $0.rate }
    var notes: [String] = []
    if points.count < all.count { notes.append("% is the share that is carried") }
    if points.contains(where: { $0.response.isAtLeast && $0.response.isBounded }) {
      notes.append("\(signs.atLeast) where times on the way are unknown")
    }
    if points.contains(where: { $0.response.isEndless }) {
      notes.append("stuck: servers wait, without a timeout, for what is saturated")
    }
    if points.contains(where: { !$0.response.isBounded && !$0.response.isEndless }) {
      notes.append("near: too near saturation for the models")
    }
    return wrapped(notes.joined(separator: "; "), width: GrowthTextReport.width - 2)
      .filter { !$0.isEmpty }.map { "  " + style.dim($0) }
  }

  /// Simulated times are marked where others are not.
  private func cell(
    _ point: JourneyPoint, _ measured: SimulationResult.Measures?, isMarked: Bool,
    _ target: Double?
  ) -> String {
    let response = point.response
    if let measured, point.verdict != .saturated, !response.isAtLeast {
      guard let p99 = measured.times?.p99.value else {
        let word = measured.isEndless ? "endless" : "rare"
        return style.warn(right(word, Self.columnWidth))
      }
      let text = right((isMarked ? "~" : "") + duration(p99), Self.columnWidth)
      return p99 > target ?? .infinity ? style.bad(text) : text
    }
    if point.verdict == .saturated, let rate = point.rate, let goodput = point.goodput, rate > 0 {
      let carried = goodput < rate ? share(goodput / rate) : "stuck"
      return style.bad(right(carried, Self.columnWidth))
    }
    guard response.isBounded else { return style.warn(right("near", Self.columnWidth)) }
    guard response.mean > 0 else { return right("-", Self.columnWidth) }
    let p99 = response.percentile(0.99)
    let text = right(
      (response.isAtLeast ? signs.atLeast : "") + duration(p99), Self.columnWidth)
    return p99 > target ?? .infinity ? style.bad(text) : text
  }

  /// What was simulated, why, and how sure it is.
  private var simulations: [String] {
    forecast.simulated.enumerated().flatMap { index, simulated -> [String] in
      guard let simulated else { return [] }
      let multiple = Unit.digits(forecast.multiples[index]) + "x"
      let widest = forecast.journeys.compactMap { journey -> Double? in
        guard let p99 = simulated.journey(journey.name)?.times?.p99, let half = p99.half,
          p99.value > 0
        else { return nil }
        return half / p99.value
      }.max()
      let sure = widest.map { ", p99 within \(share($0)) (95 % interval)" } ?? ""
      let more = simulated.reasons.count > 1 ? " and \(simulated.reasons.count - 1) more" : ""
      let reason = simulated.reasons.first.map { "; the models fail there: \($0)\(more)" } ?? ""
      let lost = forecast.journeys.compactMap { journey -> String? in
        guard let loss = simulated.journey(journey.name)?.loss, loss >= 0.0005 else { return nil }
        return "\(share(loss)) of \(journey.name) fail"
      }
      let text =
        "at \(multiple) simulated: \(simulated.runs) runs, \(short(Double(simulated.events))) events"
        + sure + reason + lost.prefix(3).map { "; " + $0 }.joined()
      return wrapped(text.printable, width: GrowthTextReport.width - 2).map { "  " + style.dim($0) }
    }
  }

  private var availability: [String] {
    forecast.journeys.compactMap { journey in
      guard let availability = journey.availability else { return nil }
      let most = availability.isAtMost ? "at most " : ""
      let target = journey.targetAvailability.map { ", target \(Unit.ratio.format($0))" } ?? ""
      return "  \(journey.name.printable) is available \(most)"
        + "\(Unit.ratio.format(availability.value))\(target)"
    }
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
  private func duration(_ seconds: Double) -> String {
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

  private func left(_ text: String, _ width: Int) -> String {
    var text = text.printable
    if displayWidth(text) > width - 1 {
      while displayWidth(text) > width - 2 { text.removeLast() }
      text += signs.cut
    }
    return text + String(repeating: " ", count: max(0, width - displayWidth(text)))
  }

  private func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(1, width - displayWidth(text))) + text
  }
}
