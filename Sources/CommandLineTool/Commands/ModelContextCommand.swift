import ModelContext
import Review
import SourceText
import Synchronization

/// `tenfold mcp`: answers an assistant until it closes standard input.
struct ModelContextCommand {
  let arguments: Arguments
  private var options: Options { arguments.options }

  init(_ arguments: Arguments) { self.arguments = arguments }

  func run() throws(UsageError) -> Int32 {
    guard arguments.operands.isEmpty else {
      throw UsageError(message: "name the folder by a flag: \(Command.mcp.usage)")
    }
    let root = try AssistantRoot(options)
    Output.complain(root.rules.problems)
    StandardStreams.outliveReaders()
    let session = Session(root.workspace)
    // Several threads answer, each line whole.
    let output = Mutex(())
    let say = { @Sendable (line: String) in output.withLock { _ in Output.print(line + "\n") } }
    let queue = WorkQueue()
    var lines = LineReader(longest: Session.longestLine)
    while let line = lines.next() {
      switch session.take(line) {
      case .nothing: break
      case .answer(let answer): say(answer)
      case .work(let work):
        queue.add {
          Restart.guardStack()
          if let answer = work() { say(answer) }
        }
      }
    }
    queue.finish()
    return 0
  }
}
