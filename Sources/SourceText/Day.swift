/// A day of the calendar, such as 2027-03-31.
package struct Day: Hashable, Comparable, Sendable {
  /// The day as ISO 8601 writes it, which sorts as days do.
  package let text: String

  /// The day that a text names; nil when the calendar has no such day.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2],
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } })
    else { return nil }
    let numbers = parts.compactMap { Int($0) }
    let (year, month, day) = (numbers[0], numbers[1], numbers[2])
    guard (1...12).contains(month), (1...Self.length(of: month, year)).contains(day) else {
      return nil
    }
    self.text = text
  }

  /// The last day of a month such as 2027-06; nil when the calendar has no such month.
  package init?(endOf month: String) {
    guard let first = Day(month + "-01"), let year = Int(month.prefix(4)),
      let number = Int(month.suffix(2))
    else { return nil }
    text = first.text.prefix(8) + "\(Self.length(of: number, year))"
  }

  /// Days from one day to another; negative when that was before.
  package func days(until other: Day) -> Int { other.number - number }

  /// Days since the first of March of the year 0, with which the years of the calendar begin here:
  /// so that the day which leap years add is the last.
  private var number: Int {
    let parts = text.split(separator: "-").compactMap { Int($0) }
    let (year, month) = parts[1] > 2 ? (parts[0], parts[1] - 3) : (parts[0] - 1, parts[1] + 9)
    // Months of 31, 30, 31, 30 and 31 days follow each other: 153 days in five.
    return 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + parts[2] - 1
  }

  /// Gregorian: every fourth year is a leap year, but of the centuries only every fourth.
  private static func length(of month: Int, _ year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  package static func < (left: Day, right: Day) -> Bool { left.text < right.text }
}
