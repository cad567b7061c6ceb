import CNcurses
import Glibc

/// The user's editor, opened at a line.
package struct Editor {
  /// The program with its arguments.
  package let words: [String]

  /// The editor that the environment names for a place; vi without one.
  package init(path: String, line: Int, environment: (String) -> String?) {
    let named = ["VISUAL", "EDITOR"].lazy.compactMap(environment).first { !$0.isEmpty }
    let command = ShellWords.words(of: named ?? "vi")
    let program = command.first.map { $0.split(separator: "/").last.map(String.init) ?? $0 } ?? ""
    // However a file is called, it is no option, command or address to any editor.
    let isRooted = ["/", "./", "../"].contains { path.hasPrefix($0) }
    let file = isRooted ? path : "./" + path
    words = (command.isEmpty ? ["vi"] : command) + Self.place(program, file, line)
  }

  /// How editors take a line, from their manuals.
  private static func place(_ program: String, _ file: String, _ line: Int) -> [String] {
    switch program {
    case "code", "codium", "cursor": ["--wait", "--goto", "\(file):\(line)"]
    case "subl", "zed": ["--wait", "\(file):\(line)"]
    case "hx", "helix": ["\(file):\(line)"]
    default: ["+\(line)", file]
    }
  }

  /// Runs the editor until it is left; nil, or why it did not start.
  ///
  /// As long as it runs, Ctrl-C is the editor's.
  func run() -> String? {
    let before = [SIGINT, SIGQUIT].map { ($0, signal($0, SIG_IGN)) }
    defer { for (number, action) in before { signal(number, action) } }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    var interrupts = sigset_t()
    sigemptyset(&interrupts)
    for number in [SIGINT, SIGQUIT] { sigaddset(&interrupts, number) }
    posix_spawnattr_setsigdefault(&attributes, &interrupts)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var arguments = words.map { strdup($0) } + [nil]
    defer { arguments.forEach { free($0) } }
    var child = pid_t()
    let failure = posix_spawnp(&child, words[0], nil, &attributes, &arguments, tui_environment())
    guard failure == 0 else {
      return "cannot start \(words[0]): \(String(cString: strerror(failure)))"
    }
    var status: Int32 = 0
    while waitpid(child, &status, 0) < 0, errno == EINTR {}
    return status == 0x7F00 ? "cannot start \(words[0])" : nil
  }

  /// A variable of the program's own environment.
  static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
