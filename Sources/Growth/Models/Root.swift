/// Finds where a function crosses zero.
enum Root {
  /// The root of a decreasing function that is positive at `low` and not at `high`, to one part in
  /// 10^9.
  ///
  /// Regula falsi in the Illinois variant (M. Dowell and P. Jarratt, BIT 11, 1971), which keeps the
  /// root between its ends.
  static func ofDecreasing(
    from low: Double, to high: Double, _ function: (Double) -> Double
  ) -> Double {
    var (left, right) = (low, high)
    var (atLeft, atRight) = (function(left), function(right))
    guard atLeft > 0 else { return left }
    guard atRight < 0 else { return right }
    var lastMoved = 0
    for _ in 0..<100 {
      guard right - left > 1e-9 * max(abs(left), abs(right)) else { break }
      let middle = (left * atRight - right * atLeft) / (atRight - atLeft)
      let value = function(middle)
      if value == 0 { return middle }
      if value > 0 {
        (left, atLeft) = (middle, value)
        if lastMoved == -1 { atRight /= 2 }
        lastMoved = -1
      } else {
        (right, atRight) = (middle, value)
        if lastMoved == 1 { atLeft /= 2 }
        lastMoved = 1
      }
    }
    return (left + right) / 2
  }
}
