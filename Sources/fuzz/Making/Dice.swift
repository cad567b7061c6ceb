import SourceText

/// SplitMix64 (Steele, Lea, Flood 2014): the same seed gives the same input on every machine.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// The dice of one input: it depends on the target, the seed of the run and its number alone.
  init(_ target: String, seed: UInt64, number: Int) {
    state = Self.hash(Array("\(target) \(seed) \(number)".utf8))
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// FNV-1a, for names of files and seeds that follow from bytes.
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    ShortHash(of: bytes).value
  }

  /// Whether something with a chance comes true.
  mutating func happens(_ chance: Double) -> Bool {
    Double.random(in: 0..<1, using: &self) < chance
  }

  /// A whole number of a range.
  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  /// One of some; there has to be one.
  mutating func pick<Items: RandomAccessCollection>(_ items: Items) -> Items.Element {
    items[items.index(items.startIndex, offsetBy: Int.random(in: 0..<items.count, using: &self))]
  }

  /// A place in a text of so many bytes, from its start to behind its end.
  mutating func place(in count: Int) -> Int { Int.random(in: 0...count, using: &self) }
}
