/// Damages bytes without knowing what they mean.
enum ByteMutator {
  /// The bytes with a few flipped, gone, inserted, repeated or taken from another text.
  static func mutated(_ seed: [UInt8], with other: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = seed
    for _ in 0..<dice.pick([1, 1, 2, 3, 5, 10]) { change(&bytes, other, &dice) }
    return bytes.count > limit ? Array(bytes.prefix(limit)) : bytes
  }

  /// Larger inputs tell nothing more and take long.
  private static let limit = 400_000

  private static func change(_ bytes: inout [UInt8], _ other: [UInt8], _ dice: inout Dice) {
    let place = dice.place(in: bytes.count)
    let end = min(bytes.count, place + dice.pick([1, 2, 4, 16, 100]))
    switch dice.number(0...8) {
    case 0 where place < bytes.count: bytes[place] ^= 1 << UInt8(dice.number(0...7))
    case 1 where place < bytes.count: bytes[place] = UInt8(dice.number(0...255))
    case 2: bytes.removeSubrange(place..<end)
    case 3: bytes.insert(contentsOf: bytes[place..<end], at: dice.place(in: bytes.count))
    case 4:
      let start = dice.place(in: other.count)
      let stop = min(other.count, start + dice.pick([8, 60, 600]))
      bytes.insert(contentsOf: other[start..<stop], at: place)
    case 5: bytes.replaceSubrange(place..<end, with: number(&dice))
    default: bytes.insert(contentsOf: token(&dice), at: place)
    }
  }

  private static func number(_ dice: inout Dice) -> [UInt8] {
    Array(dice.pick(ValueMaker.magnitudes + ValueMaker.misfits).utf8)
  }

  private static func token(_ dice: inout Dice) -> [UInt8] {
    switch dice.number(0...19) {
    case 0: Array(repeating: UInt8(ascii: "["), count: dice.pick([10, 300, 20_000]))
    case 1: Array(repeating: UInt8(ascii: "{"), count: dice.pick([10, 300, 20_000]))
    case 2: Array(repeating: UInt8(ascii: "x"), count: dice.pick([1_000, 200_000]))
    case 3: dice.pick([[0xFF], [0xC3], [0xED, 0xA0, 0x80], [0xF8, 0x88], [0], [0xFE, 0xFF]])
    case 4: Array(String(repeating: "- ", count: dice.pick([10, 5_000])).utf8)
    default: Array(dice.pick(tokens).utf8)
    }
  }

  private static let tokens = [
    "&a ", "*a", "<<: *a", "<<: ", "? ", ": ", "!!binary ", "!!str ", "!<x> ", "%YAML 1.1\n",
    "---\n",
    "...\n", "\t", "\r", "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{1B}[2J", "\u{202E}",
    "\u{7F}",
    "|\n", ">-\n", "|9+\n", "#", "# expect: high \"", "# ask: ", "'", "\"", "\"\\x00\"",
    "\"\\uD800\"",
    "]", "}", ",", "- ", "\n", "\n\n", "```\n", "```sql\n", "```yaml\n", "## ", "# ", "{", "{{a}}",
    "::",
    "include: [p]\n", "\u{301}", "👩‍👩‍👧", "日本", "=", "..", "%",
  ]
}
