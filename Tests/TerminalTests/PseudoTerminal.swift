import CVterm
import Glibc

/// The built program on a pseudo-terminal, its output understood by libvterm.
final class PseudoTerminal {
  /// Everything the program wrote.
  private(set) var output: [UInt8] = []
  private var master: Int32
  private let terminal: OpaquePointer
  private let screen: OpaquePointer
  private var child = pid_t()
  private var status: Int32?
  private var width: Int32
  private var height: Int32

  init?(
    _ arguments: [String], environment: [String: String] = [:], width: Int32 = 80,
    height: Int32 = 24, folder: String? = nil
  ) {
    (self.width, self.height) = (width, height)
    master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard let terminal = vterm_new(height, width), let screen = vterm_obtain_screen(terminal)
    else { return nil }
    (self.terminal, self.screen) = (terminal, screen)
    vterm_set_utf8(terminal, 1)
    vterm_screen_enable_altscreen(screen, 1)
    vterm_screen_reset(screen, 1)
    guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master),
      let program = Self.program
    else { return nil }
    _ = test_resize(master, width, height)
    guard spawn([program] + arguments, environment, on: name, in: folder) else { return nil }
  }

  deinit {
    if status == nil {
      kill(child, SIGKILL)
      waitpid(child, nil, 0)
    }
    if master >= 0 { close(master) }
    vterm_free(terminal)
  }

  /// The program next to the tests.
  private static var program: String? {
    var path = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &path, path.count)
    let own = String(
      decoding: path.prefix(max(0, count)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    let places = CommandLine.arguments.filter { $0.hasSuffix(".xctest") } + [own]
    let programs = places.map { place in
      place.prefix(upTo: place.lastIndex(of: "/") ?? place.startIndex) + "/tenfold"
    }
    return programs.map(String.init).first { access($0, X_OK) == 0 }
  }

  /// Starts the program as the leader of a session whose terminal this is.
  private func spawn(
    _ words: [String], _ environment: [String: String], on name: UnsafeMutablePointer<CChar>,
    in folder: String?
  ) -> Bool {
    var attributes = posix_spawnattr_t()
    var actions = posix_spawn_file_actions_t()
    posix_spawnattr_init(&attributes)
    posix_spawn_file_actions_init(&actions)
    defer {
      posix_spawnattr_destroy(&attributes)
      posix_spawn_file_actions_destroy(&actions)
    }
    var none = sigset_t()
    var all = sigset_t()
    sigemptyset(&none)
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    let setSession: Int32 = 0x80
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | setSession))
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    if let folder { posix_spawn_file_actions_addchdir_np(&actions, folder) }
    let variables = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"]
      .merging(["SWIFT_BACKTRACE": "enable=no"]) { own, _ in own }
      .merging(environment) { _, new in new }
    var arguments = words.map { strdup($0) } + [nil]
    var settings = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (arguments + settings).forEach { free($0) } }
    return posix_spawn(&child, words[0], &actions, &attributes, &arguments, &settings) == 0
  }

  // MARK: - What a person does

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    _ = write(master, bytes, bytes.count)
  }

  func resize(_ width: Int32, _ height: Int32) {
    (self.width, self.height) = (width, height)
    vterm_set_size(terminal, height, width)
    _ = test_resize(master, width, height)
  }

  /// Closes the window.
  func hangUp() {
    close(master)
    master = -1
  }

  func send(_ signal: Int32) { kill(child, signal) }

  // MARK: - What a person sees

  /// The screen's rows without the blanks at their ends.
  var rows: [String] {
    (0..<height).map { row in
      let scalars = (0..<width).map { test_scalar(screen, row, $0) }
      let glyphs = scalars.filter { $0 != .max }.map { value in
        Character(value == 0 ? " " : Unicode.Scalar(value) ?? "?")
      }
      return String(glyphs.reversed().drop { $0 == " " }.reversed())
    }
  }

  func isReversed(row: Int32, column: Int32) -> Bool { test_is_reversed(screen, row, column) }

  /// Whether what was written last about the alternate screen is that it is left.
  var hasLeftAlternateScreen: Bool {
    let text = String(decoding: output, as: UTF8.self)
    guard let last = text.split(separator: "\u{1B}[?1049").dropFirst().last else { return false }
    return last.hasPrefix("l")
  }

  /// Whether the terminal is as a shell wants it.
  var isCooked: Bool {
    var modes = termios()
    return tcgetattr(master, &modes) == 0
      && modes.c_lflag & tcflag_t(ECHO | ICANON | ISIG) == tcflag_t(ECHO | ICANON | ISIG)
  }

  /// How often the program has written anything; nil where the system does not count it.
  var writes: Int? {
    let stream = fopen("/proc/\(child)/io", "r")
    guard let stream else { return nil }
    defer { fclose(stream) }
    var bytes = [UInt8](repeating: 0, count: 4096)
    let count = fread(&bytes, 1, bytes.count, stream)
    let lines = String(decoding: bytes.prefix(count), as: UTF8.self).split(separator: "\n")
    return lines.first { $0.hasPrefix("syscw: ") }.flatMap { Int($0.dropFirst(7)) }
  }

  // MARK: - Waiting

  /// Waits until something holds on the screen; false when it does not within a minute.
  func waits(until holds: (PseudoTerminal) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while !holds(self) {
      guard ContinuousClock.now < deadline else { return false }
      readOutput()
    }
    return true
  }

  /// Waits until a row contains a text.
  func shows(_ text: String) -> Bool { waits { $0.rows.contains { $0.contains(text) } } }

  /// Waits for the end; the exit status, or a signal's number as a negative one.
  func ending() -> Int32? {
    _ = waits { _ in
      var status: Int32 = 0
      if self.status == nil, waitpid(child, &status, WNOHANG) == child { self.status = status }
      return self.status != nil
    }
    readOutput()
    return status.map { $0 & 0x7F == 0 ? $0 >> 8 & 0xFF : -($0 & 0x7F) }
  }

  /// Lets some time pass, and takes what comes.
  func rest() {
    for _ in 0..<10 { readOutput() }
  }

  private func readOutput() {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, 20) > 0 else { return }
    let bytes = [UInt8](unsafeUninitializedCapacity: 65536) { buffer, count in
      count = max(0, read(master, buffer.baseAddress, buffer.count))
    }
    output += bytes
    bytes.withUnsafeBytes { buffer in
      _ = vterm_input_write(
        terminal, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count)
    }
  }
}
