import Findings
import Glibc

/// The calendar, which nothing below the command line looks at.
enum Clock {
  /// Today, where the user is.
  static var today: Day? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return Day(
      [(parts.tm_year + 1900, 4), (parts.tm_mon + 1, 2), (parts.tm_mday, 2)]
        .map { String(repeating: "0", count: max(0, $0.1 - "\($0.0)".count)) + "\($0.0)" }
        .joined(separator: "-"))
  }
}
