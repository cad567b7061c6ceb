/// Words that rows share.
enum GrowthWords {
  static let verdicts = ["carried", "tight", "saturated", "unknown"]
  static let methods = ["law", "model", "simulated"]
}
