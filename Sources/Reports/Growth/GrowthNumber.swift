import Findings
import Growth
import SourceText

/// Numbers of the forecast in few characters, so that they fit a column.
enum GrowthNumber {
  /// Times today's peak; `≤` and rounded up where something unknown makes it less.
  static func multiple(
    _ multiple: Double, isAtMost: Bool, _ signs: GrowthSigns = GrowthSigns(isUnicode: true)
  ) -> String {
    guard isAtMost else { return self.multiple(multiple) }
    switch multiple {
    // What is next to nothing has more digits than a column.
    case 0: return signs.atMost + "0x"
    case ..<0.01: return signs.atMost + "0.01x"
    case ...1000: return signs.atMost + Unit.carried(multiple, isAtMost: true) + "x"
    case ..<1e12: return signs.atMost + short(RiskLevel.twoDigits(multiple, .up)) + "x"
    default: return "-"
    }
  }

  /// Times today's peak.
  static func multiple(_ multiple: Double) -> String {
    if multiple > 1000 { return ">1kx" }
    // What is next to nothing has more digits than a column.
    return multiple > 0 && multiple < 0.01 ? "~0x" : Unit.carried(multiple) + "x"
  }

  /// A share of a capacity.
  static func share(_ share: Double) -> String {
    guard share.isFinite else { return "-" }
    guard share < 100 else { return ">9999 %" }
    guard share >= 1e-5 || share == 0 else { return "~0 %" }
    let percent = share * 100
    return percent >= 10 || percent == 0
      ? "\(Int(percent.rounded())) %" : Unit.digits(percent, significant: 1) + " %"
  }

  /// A share of what came that is served, rounded down: what is said to be served is served.
  static func served(_ share: Double) -> String {
    let percent = share * 100
    switch percent {
    case 100...: return "100 %"
    case 99..<100: return Unit.digits((percent * 100).rounded(.down) / 100) + " %"
    case 10..<99: return "\(Int(percent)) %"
    default: return percent < 0.01 ? "0 %" : Unit.digits(percent, significant: 2) + " %"
    }
  }

  /// A share of the time, to five nines.
  static func availability(_ share: Double) -> String {
    Unit.digits((share * 1e5 + 1e-6).rounded(.down) / 1e3, significant: 5) + " %"
  }

  /// A rate in three digits.
  static func rate(_ rate: Double) -> String {
    Unit.perSecond.format(Double(Unit.digits(rate, significant: 3)) ?? rate)
  }

  /// How many of something, in two digits.
  static func short(_ count: Double) -> String {
    switch count {
    case 1e9...: Unit.digits(count / 1e9, significant: 2) + "G"
    case 999_500...: Unit.digits(count / 1e6, significant: 2) + "M"
    case 1e3...: Unit.digits(count / 1e3, significant: 2) + "k"
    default: Unit.digits(count, significant: 2)
    }
  }

  /// A time in two or three digits.
  static func duration(_ seconds: Double) -> String {
    guard seconds < 1e11 else { return ">1000y" }
    let units: [(size: Double, name: String)] = [
      (Seconds.year, "y"), (Seconds.day, "d"), (3600, "h"), (60, "min"), (1, "s"), (1e-3, "ms"),
      (1e-6, "us"),
    ]
    let unit = units.first { seconds >= $0.size * ($0.size > 1 ? 2 : 1) } ?? (1e-6, "us")
    let number = seconds / unit.size
    return (number >= 10 ? "\(Int(number.rounded()))" : Unit.digits(number, significant: 2))
      + unit.name
  }

  /// Months until a limit is reached.
  static func months(_ months: Double) -> String {
    months > 999 ? ">999" : Unit.digits(months, significant: 2)
  }
}
