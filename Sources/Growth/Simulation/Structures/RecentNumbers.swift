/// The last few of a row of numbers; the oldest makes room for the newest.
struct RecentNumbers {
  private var numbers: [Double] = []
  private var oldest = 0
  /// How many are kept.
  private let most: Int

  init(most: Int) { self.most = most }

  /// The one that came before all others that are kept; nil while there are fewer than that.
  var first: Double? { numbers.count < most ? nil : numbers[oldest] }

  mutating func append(_ number: Double) {
    guard numbers.count == most else {
      numbers.append(number)
      return
    }
    numbers[oldest] = number
    oldest = oldest + 1 == most ? 0 : oldest + 1
  }
}
