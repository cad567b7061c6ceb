import Glibc

/// Wall clock.
enum Clock {
  /// What some work gives, and the seconds that it took.
  static func timed<Result>(
    _ body: () throws -> Result
  ) rethrows -> (seconds: Double, result: Result) {
    let start = now()
    let result = try body()
    return (now() - start, result)
  }

  private static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
