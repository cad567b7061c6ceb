import Findings
import Review
import Screens

/// What the screen needs until a frame is drawn, as the number of findings grows.
enum ScreenTimes {
  /// Keys that move, filter, open, sort and go through all views, as often as they are pressed.
  private static let script =
    "Down Down End Up Enter n Escape s s s s / o r d e r Escape w Escape Tab Down o b Enter Escape "
    + "Tab ] ] t Tab Left Right 1 b Tab Down Enter Escape Tab Tab"

  /// Prints the first frame, and the longest key of each view, at 100 and 10,000 findings of a
  /// review, in milliseconds, and what the second one is of the first.
  static func print(of review: Review) {
    guard !review.findings.isEmpty else { return }
    let (few, many) = (measure(review, findings: 100), measure(review, findings: 10_000))
    Swift.print("screen, ms at 100 and at 10,000 findings")
    for (view, seconds) in few {
      let more = many.first { $0.view == view }?.seconds ?? 0
      let ratio = (more / seconds * 10).rounded() / 10
      Swift.print("    \(rounded(seconds))  \(rounded(more))  \(ratio)x  \(view)")
    }
  }

  private static func measure(
    _ review: Review, findings count: Int
  ) -> [(view: String, seconds: Double)] {
    var contents = Contents(review)
    let found = contents.findings
    contents.findings = (0..<count).map { found[$0 % found.count] }
    var screen = ReviewScreen(path: review.path, width: 120, height: 40)
    let (first, _) = Clock.timed {
      _ = screen.update(.reloaded(contents))
      draw(screen)
    }
    var times = [(view: "first frame", seconds: first)]
    for key in KeyScript.keys(script) {
      let (seconds, _) = Clock.timed {
        _ = screen.update(.key(key))
        draw(screen)
      }
      if let place = times.firstIndex(where: { $0.view == screen.view.title }) {
        times[place].seconds = max(times[place].seconds, seconds)
      } else {
        times.append((screen.view.title, seconds))
      }
    }
    return times
  }

  private static func draw(_ screen: ReviewScreen) {
    var grid = CellGrid(width: screen.width, height: screen.height)
    screen.draw(on: &grid, ascii: false)
  }

  /// Seconds as milliseconds in two digits behind the point.
  private static func rounded(_ seconds: Double) -> Double { (seconds * 1e5).rounded() / 100 }
}
