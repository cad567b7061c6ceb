/// Tries one input on a target.
enum Trial {
  /// Most memory that a worker may have had, in megabytes.
  static let memoryLimit = 512

  /// What is wrong with what comes out; nil when nothing is.
  ///
  /// `betweenRuns` is called when the input has been gone through once.
  static func flaw(of input: [UInt8], on target: Target, betweenRuns: () -> Void) -> String? {
    let outputs = target.outputs(of: input)
    for output in outputs {
      if let flaw = output.flaw(from: input) { return flaw }
    }
    betweenRuns()
    let again = target.outputs(of: input)
    guard outputs.count == again.count else { return "another number of outputs the second time" }
    for (first, second) in zip(outputs, again) where first.text != second.text {
      return "\(first.name): other bytes the second time"
    }
    return nil
  }
}
