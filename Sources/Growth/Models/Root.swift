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
    between(low, high, function(low), function(high), within: 1e-9, function)
  }

  /// The same with a guess, around which the ends are sought first, and the share of the root that
  /// it may be wrong by.
  static func ofDecreasing(
    from low: Double, to high: Double, near guess: Double, within tolerance: Double,
    _ function: (Double) -> Double
  ) -> Double {
    var last = min(max(guess, low), high)
    var atLast = function(last)
    let isBelow = atLast > 0
    var step = 0.05
    while true {
      let next = isBelow ? min(high, last * (1 + step)) : max(low, last / (1 + step))
      let atNext = function(next)
      if (atNext > 0) != isBelow || next == (isBelow ? high : low) {
        return isBelow
          ? between(last, next, atLast, atNext, within: tolerance, function)
          : between(next, last, atNext, atLast, within: tolerance, function)
      }
      (last, atLast, step) = (next, atNext, step * 3)
    }
  }

  /// The greatest of the values that pass, to so many halvings, where `low` passes and `high` does
  /// not.
  static func greatest(
    from low: Double, to high: Double, halvings: Int, where passes: (Double) -> Bool
  ) -> Double {
    var (low, high) = (low, high)
    for _ in 0..<halvings {
      let middle = (low + high) / 2
      if passes(middle) { low = middle } else { high = middle }
    }
    return low
  }

  /// The greatest value of a function that rises and then falls.
  ///
  /// By the golden section (J. Kiefer, Proceedings of the American Mathematical Society 4, 1953),
  /// to some 10^-8 of the value.
  static func maximum(
    of function: (Double) -> Double, from low: Double, to high: Double
  ) -> Double {
    let ratio = 0.6180339887498949
    var (left, right) = (low, high)
    var (a, b) = (right - ratio * (right - left), left + ratio * (right - left))
    var (atA, atB) = (function(a), function(b))
    for _ in 0..<18 {
      if atA > atB {
        (right, b, atB) = (b, a, atA)
        a = right - ratio * (right - left)
        atA = function(a)
      } else {
        (left, a, atA) = (a, b, atB)
        b = left + ratio * (right - left)
        atB = function(b)
      }
    }
    return max(atA, atB)
  }

  private static func between(
    _ low: Double, _ high: Double, _ atLow: Double, _ atHigh: Double, within tolerance: Double,
    _ function: (Double) -> Double
  ) -> Double {
    var (left, right) = (low, high)
    var (atLeft, atRight) = (atLow, atHigh)
    guard atLeft > 0 else { return left }
    guard atRight < 0 else { return right }
    var lastMoved = 0
    for _ in 0..<100 {
      guard right - left > tolerance * max(abs(left), abs(right)) else { break }
      let middle = (left * atRight - right * atLeft) / (atRight - atLeft)
      let value = function(middle)
      // A root that hardly moves is found, although its far end may not have moved at all.
      if abs(value) < tolerance { return middle }
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
