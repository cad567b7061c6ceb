package import Screens

/// What terminals send about the mouse in their SGR mode (xterm's 1006).
package enum MouseReport {
  /// Asks for clicks and wheel, in the form that knows every column, or no longer.
  static func modes(_ isOn: Bool) -> String {
    [1000, 1006].map { "\u{1B}[?\($0)" + (isOn ? "h" : "l") }.joined()
  }

  /// What is done, of a report between `ESC [ <` and the letter that ends it, which is `M` where a
  /// button goes down; nil where that means nothing to the screen.
  package static func pointer(_ report: String, isPress: Bool) -> Pointer? {
    let numbers = report.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    guard isPress, numbers.count == 3, let button = numbers[0], let column = numbers[1],
      let row = numbers[2], (1...10_000).contains(column), (1...10_000).contains(row)
    else { return nil }
    let acts: [Int: Pointer.Act] = [0: .press, 64: .wheelUp, 65: .wheelDown]
    return acts[button].map { Pointer($0, column: column - 1, row: row - 1) }
  }
}
