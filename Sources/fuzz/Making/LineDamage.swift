/// Mistakes of editing: lines twice, gone, exchanged, moved, and values in the wrong place.
enum LineDamage {
  /// The text with a few such mistakes.
  static func damaged(_ text: String, _ dice: inout Dice) -> String {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for _ in 0..<dice.number(1...4) where lines.count > 1 {
      let (first, second) = (dice.number(0...lines.count - 1), dice.number(0...lines.count - 1))
      switch dice.number(0...5) {
      case 0: lines.insert(lines[first], at: second)
      case 1: lines.remove(at: first)
      case 2: lines.swapAt(first, second)
      case 3: (lines[first], lines[second]) = exchanged(lines[first], lines[second])
      case 4: lines[first] = "  " + lines[first]
      default: lines[first] = anchored(lines[first], &dice)
      }
    }
    return lines.joined(separator: "\n")
  }

  /// Two lines with each other's values.
  private static func exchanged(_ first: String, _ second: String) -> (String, String) {
    guard let left = first.firstIndex(of: ":"), let right = second.firstIndex(of: ":") else {
      return (first, second)
    }
    return (first[..<left] + second[right...] + "", second[..<right] + first[left...] + "")
  }

  /// A line whose value is named, or taken from where another was named, perhaps itself.
  private static func anchored(_ line: String, _ dice: inout Dice) -> String {
    guard let colon = line.firstIndex(of: ":") else { return line }
    let value = line[line.index(after: colon)...]
    return line[...colon] + dice.pick([" &a" + value, " *a", " &a {<<: *a}", " !!str" + value, ""])
  }
}
