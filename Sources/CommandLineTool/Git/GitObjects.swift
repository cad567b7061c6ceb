import Description
import Synchronization

/// The files in a repository's history: one `git cat-file` answers for all of them.
///
/// A class, because the reviews of a run share it.
final class GitObjects: Sendable {
  private let git: GitCall
  private let program = Mutex<Subprocess?>(nil)

  /// The objects of a repository.
  init(_ git: GitCall) { self.git = git }

  /// The bytes of a file, such as `v1:shop.tenfold.yaml`; links inside the repository are followed.
  ///
  /// When git is gone in the middle, this file cannot be read, and the next one starts it anew.
  func read(_ name: String) -> Result<[UInt8], FileAccess.Failure> {
    guard !name.utf8.contains(0) else { return .failure(.notFound) }
    // A question is a line.
    guard !name.utf8.contains(UInt8(ascii: "\n")) else { return readAlone(name) }
    return program.withLock { program in
      if program == nil {
        program = git.start("cat-file", "--batch", "--follow-symlinks")
      }
      let answer = program?.answer(to: name) ?? .failure(.notReadable)
      // What it may still say answers nothing else.
      if [.failure(.notReadable), .failure(.tooLarge)].contains(answer) { program = nil }
      return answer
    }
  }

  /// Whether a file is there.
  func has(_ name: String) -> Bool {
    if case .success = read(name) { true } else { false }
  }

  private func readAlone(_ name: String) -> Result<[UInt8], FileAccess.Failure> {
    let answer = git.run("cat-file", "blob", name)
    guard let answer, answer.status == 0 else { return .failure(.notFound) }
    return .success(answer.output)
  }
}

extension Subprocess {
  /// What `git cat-file --batch` says of an object; nil when it is gone.
  ///
  /// That is `ID TYPE SIZE` with the content behind it; `WORD SIZE` with words behind it, where a
  /// link leads nowhere; or the name with a word such as `missing`.
  fileprivate borrowing func answer(to name: String) -> Result<[UInt8], FileAccess.Failure>? {
    guard write(name + "\n"), let line = line() else { return nil }
    let words = line.split(separator: " ")
    guard let size = words.last.flatMap({ Int($0) }) else { return .failure(.notFound) }
    guard size <= Files.sizeLimit else { return .failure(.tooLarge) }
    guard let bytes = bytes(size), self.bytes(1) != nil else { return nil }
    return switch words.dropLast().last {
    case "blob": .success(bytes)
    case "tree": .failure(.directory)
    case "symlink": .failure(.outsideRoot)
    default: .failure(.notFound)
    }
  }
}
