import Findings
import Review
import Screens

/// What the screen needs until a frame is drawn, as the number of findings grows.
enum ScreenTimes {
  /// Keys that move, filter, open, sort and go through all views, as often as they are pressed.
  private static let script =
    "Down Down End Up Enter n Escape s s s s / o r d e r Escape w Escape Tab Down o b Enter Escape "
    + "Tab ] ] t Tab Left Right 1 b Tab Down Enter Escape Tab Tab"

  /// Prints the first frame and the longest key at 100 and 10,000 findings of a review, in
  /// milliseconds, and what the second one is of the first.
  static func print(of review: Review) {
    guard !review.findings.isEmpty else { return }
    let keys = KeyScript.keys(script)
    let times = [100, 10_000].map { count in measure(review, findings: count, keys) }
    Swift.print("screen: findings, first frame, longest key in ms")
    for time in times {
      let name = time.key.map { "\($0)" } ?? ""
      Swift.print("    \(time.count)  \(rounded(time.first))  \(rounded(time.longest)) (\(name))")
    }
    let ratio = (times[1].longest / times[0].longest * 10).rounded() / 10
    Swift.print("    a key at 10,000 findings needs \(ratio) times that at 100")
  }

  private static func measure(
    _ review: Review, findings count: Int, _ keys: [Key]
  ) -> (count: Int, first: Double, longest: Double, key: Key?) {
    var contents = Contents(review)
    let found = contents.findings
    contents.findings = (0..<count).map { found[$0 % found.count] }
    var screen = ReviewScreen(path: review.path, width: 120, height: 40)
    let (first, _) = Clock.timed {
      _ = screen.update(.reloaded(contents))
      draw(screen)
    }
    var (longest, slowest) = (0.0, Key?.none)
    for key in keys {
      let (seconds, _) = Clock.timed {
        _ = screen.update(.key(key))
        draw(screen)
      }
      if seconds > longest { (longest, slowest) = (seconds, key) }
    }
    return (count, first, longest, slowest)
  }

  private static func draw(_ screen: ReviewScreen) {
    var grid = CellGrid(width: screen.width, height: screen.height)
    screen.draw(on: &grid, ascii: false)
  }

  /// Seconds as milliseconds in two digits behind the point.
  private static func rounded(_ seconds: Double) -> Double { (seconds * 1e5).rounded() / 100 }
}
