import Facts
import Findings
import Glibc
import SourceText

/// Calendar and clock, which nothing below the command line looks at.
enum Clock {
  /// How long a user's query may work; what other programs do meanwhile does not count.
  static let queryLimit = TimeLimit(seconds: 5) {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Today, where the user is.
  static var today: Day? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return Day(
      [(parts.tm_year + 1900, 4), (parts.tm_mon + 1, 2), (parts.tm_mday, 2)]
        .map { digits($0.0, width: $0.1) }
        .joined(separator: "-"))
  }

  /// Seconds since some moment, which nobody sets back.
  static var seconds: Double {
    var now = timespec()
    clock_gettime(CLOCK_MONOTONIC, &now)
    return Double(now.tv_sec) + Double(now.tv_nsec) * 1e-9
  }
}
