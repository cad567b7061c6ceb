/// Tries one input on a target.
enum Trial {
  /// Most memory that a worker may have had, in megabytes.
  static let memoryLimit = 512

  /// What is wrong with what comes out; nil when nothing is.
  ///
  /// `again` is called before the input is gone through a second time; nil where once is enough.
  static func flaw(of input: [UInt8], on target: Target, again: (() -> Void)?) -> String? {
    let outputs = target.outputs(of: input)
    for output in outputs {
      if let flaw = output.flaw(from: input) { return flaw }
    }
    guard let again else { return nil }
    again()
    let others = target.outputs(of: input)
    guard outputs.count == others.count else { return "another number of outputs the second time" }
    for (first, second) in zip(outputs, others) where first.text != second.text {
      return "\(first.name): other bytes the second time"
    }
    return nil
  }
}
