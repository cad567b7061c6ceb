/// Makes an input smaller that breaks the program, as long as it breaks it the same way.
struct Minimiser {
  let target: Target
  let root: String
  /// How often the program is tried at most.
  var tries: Int

  /// When it has to be content with what it has, so that a short run stays short.
  private let end = Stopwatch.now + 15

  init(target: Target, root: String, tries: Int) {
    (self.target, self.root, self.tries) = (target, root, tries)
  }

  /// The smallest input found.
  mutating func minimised(_ input: [UInt8], _ failure: Supervisor.Failure) -> [UInt8] {
    guard breaks(input, failure) else { return input }
    var lines = input.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var size = max(1, lines.count / 2)
    while tries > 0 {
      var start = 0
      while start < lines.count, tries > 0, lines.count > 1 {
        let left = Array(lines[..<start] + lines[min(lines.count, start + size)...])
        if !left.isEmpty, breaks(Self.joined(left), failure) { lines = left } else { start += size }
      }
      if size == 1 { break }
      size /= 2
    }
    return Self.joined(lines)
  }

  private static func joined(_ lines: [ArraySlice<UInt8>]) -> [UInt8] {
    Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  private mutating func breaks(_ input: [UInt8], _ failure: Supervisor.Failure) -> Bool {
    tries = Stopwatch.now < end ? tries - 1 : 0
    let folder = FileTree.temporaryFolder()
    defer { FileTree.remove(folder) }
    FileTree.write(input, to: folder + "/input")
    var task = WorkerTask(target)
    (task.numbers, task.root, task.files) = (0..<1, root, [folder + "/input"])
    // Numbers in what is said may change with the input; the first word says what is wrong.
    return Supervisor().run(task).failures.contains {
      $0.kind == failure.kind && $0.words.prefix { $0 != ":" } == failure.words.prefix { $0 != ":" }
    }
  }
}
