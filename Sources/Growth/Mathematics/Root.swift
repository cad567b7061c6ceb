/// Finds where a function crosses zero.
enum Root {
  /// The root of a decreasing function that is positive at `low` and not at `high`, to a share of
  /// it.
  ///
  /// Regula falsi in the Illinois variant (M. Dowell and P. Jarratt, BIT 11, 1971), which keeps the
  /// root between its ends.
  static func ofDecreasing(
    from low: Double, to high: Double, within tolerance: Double = 1e-9,
    _ function: (Double) -> Double
  ) -> Double {
    between(low, high, function(low), function(high), within: tolerance, function)
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

  /// The greatest value of a function that rises and then falls, with a guess of where.
  ///
  /// By parabolas through the best three places, and the golden section where those lead astray
  /// (R. P. Brent, Algorithms for Minimization without Derivatives, 1973, chapter 5), to some
  /// 10^-10 of the value.
  static func maximum(
    of function: (Double) -> Double, from low: Double, to high: Double, near guess: Double
  ) -> Double {
    var (left, right) = (low, high)
    var best = (place: guess, value: function(guess))
    var (second, third) = (best, best)
    var (step, lastStep) = (0.0, 0.0)
    let tolerance = (high - low) * 1e-5
    for _ in 0..<40 {
      let middle = (left + right) / 2
      guard abs(best.place - middle) > 2 * tolerance - (right - left) / 2 else { break }
      let parabola = parabolaStep(best, second, third)
      let isTrusted =
        abs(lastStep) > tolerance && abs(parabola) < abs(lastStep / 2)
        && best.place + parabola > left && best.place + parabola < right
      if isTrusted {
        (lastStep, step) = (step, parabola)
      } else {
        lastStep = best.place < middle ? right - best.place : left - best.place
        step = 0.3819660112501051 * lastStep
      }
      if abs(step) < tolerance { step = step < 0 ? -tolerance : tolerance }
      let next = (place: best.place + step, value: function(best.place + step))
      if next.value >= best.value {
        if next.place < best.place { right = best.place } else { left = best.place }
        (third, second, best) = (second, best, next)
      } else {
        if next.place < best.place { left = next.place } else { right = next.place }
        if next.value >= second.value || second.place == best.place {
          (third, second) = (second, next)
        } else if next.value >= third.value || third.place == best.place
          || third.place == second.place
        {
          third = next
        }
      }
    }
    return best.value
  }

  private typealias Place = (place: Double, value: Double)

  /// From the best of three places to the top of the parabola through them; not a number where
  /// there is none.
  private static func parabolaStep(_ best: Place, _ second: Place, _ third: Place) -> Double {
    let (toSecond, toThird) = (best.place - second.place, best.place - third.place)
    let first = toSecond * (best.value - third.value)
    let other = toThird * (best.value - second.value)
    return (toThird * other - toSecond * first) / (2 * (first - other))
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
