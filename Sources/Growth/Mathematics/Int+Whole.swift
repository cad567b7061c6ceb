extension Int {
  /// The whole part of a number between 0 and a bound; the bound for what is no number.
  init(whole number: Double, most: Int) {
    self = number < Double(most) ? Int(Swift.max(0, number)) : most
  }

  /// The same where less than nothing is known as well.
  init(within most: Int, _ number: Double) {
    self = number < 0 ? -Int(whole: -number, most: most) : Int(whole: number, most: most)
  }
}
