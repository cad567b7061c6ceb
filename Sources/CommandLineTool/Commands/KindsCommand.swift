import Reports

/// `tenfold kinds`.
struct KindsCommand {
  func run() -> Int32 {
    Output.print(Explanation.kinds)
    return 0
  }
}
