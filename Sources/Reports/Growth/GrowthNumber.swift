import Findings
import Growth
import SourceText

/// Numbers of the forecast in few characters, so that they fit a column.
enum GrowthNumber {
  /// Times today's peak; `≤` where something unknown makes it less.
  static func multiple(
    _ multiple: Double, isAtMost: Bool, _ signs: GrowthSigns = GrowthSigns(isUnicode: true)
  ) -> String {
    (isAtMost ? signs.atMost : "") + self.multiple(multiple)
  }

  /// Times today's peak.
  static func multiple(_ multiple: Double) -> String {
    if multiple > 1000 { return ">1kx" }
    // What is next to nothing has more digits than a column.
    return multiple > 0 && multiple < 0.001 ? "~0x" : Unit.carried(multiple) + "x"
  }

  /// A share of a capacity.
  static func share(_ share: Double) -> String {
    guard share.isFinite else { return "-" }
    guard share < 1e6 else { return ">1Mx" }
    guard share >= 1e-5 || share == 0 else { return "~0 %" }
    let percent = share * 100
    if percent >= 10_000 { return short(share) + "x" }
    return percent >= 10 || percent == 0
      ? "\(Int(percent.rounded())) %" : Unit.digits(percent, significant: 1) + " %"
  }

  /// How many of something, in two digits.
  static func short(_ count: Double) -> String {
    switch count {
    case 1e6...: Unit.digits(count / 1e6, significant: 2) + "M"
    case 1e4...: Unit.digits(count / 1e3, significant: 2) + "k"
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
    Unit.digits(months, significant: months < 10 ? 2 : 3)
  }
}
