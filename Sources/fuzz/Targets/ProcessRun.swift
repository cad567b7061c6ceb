import Glibc

/// Runs the built program as a whole, with files of the input around it.
enum ProcessRun {
  /// Standard output and error of a call, and its status where that is none the program gives.
  static func outputs(of input: [UInt8]) -> [Output] {
    let parts = Parts.split(input, into: 4)
    let folder = FileTree.temporaryFolder()
    defer { FileTree.remove(folder) }
    let names = [CommandMaker.description, ".tenfold.yaml", ".tenfold-accepted.yaml"]
    for (name, bytes) in zip(names, parts.dropFirst()) where !bytes.isEmpty {
      FileTree.write(bytes, to: folder + "/" + name)
    }
    mkdir(folder + "/.git", 0o777)
    let arguments = String(decoding: parts[0], as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard
      let child = ChildProcess(
        ["/usr/bin/env", "-C", folder, "TENFOLD_UNGUARDED=1", Executable.folder + "/tenfold"]
          + arguments, merging: true)
    else { return [Output(name: "process", text: "\u{1}the program cannot be started")] }
    let (bytes, end) = child.outcome(seconds: 20)
    // The rule book in SARIF has words of its own for numbers that are none.
    let form: Output.Form = arguments.contains("sarif") ? .document : .tabbed
    var text = String(decoding: bytes, as: UTF8.self)
    text = text.split(separator: folder, omittingEmptySubsequences: false).joined(separator: "DIR")
    let status =
      switch end {
      case .exited(let status) where (0...2).contains(status): "exit \(status)"
      case .exited(let status): "\u{1}a strange exit status: \(status)"
      case .signalled(let signal): "\u{1}a crash by signal \(signal)"
      case .hung: "\u{1}a hang"
      }
    return [Output(name: "process", text: text, form: form), Output(name: status, text: status)]
  }
}
