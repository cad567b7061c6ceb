import CNcurses
import Description
import Glibc
import Review
import Screens

/// Waits for keys, signals, saved files and reviews, and keeps the screen up to date.
final class Loop {
  /// Why the screen was left.
  enum Ending {
    case quit
    case signal(Int32)
  }

  /// The last review that was made.
  private(set) var review: Review?
  private let editor: ScreenJob.Editing
  private let accepting: ScreenJob.Accepting
  private let saving: ScreenJob.Saving
  private let documenting: ScreenJob.Documenting
  private let comparing: ScreenJob.Comparing
  /// Values that are looked at in place of those in the file, once there is time.
  private var supposed: [Change]?
  /// What is to be solved, once there is time.
  private var wanted: Set<LossSwitch>?
  private var isSolving = false
  private var screen: ReviewScreen
  private let curses: Curses
  private let signals: Signals
  private let reviewer: Reviewer
  /// Looks up the page of a rule.
  private let manual: (String) -> String?
  private var watch = FileWatch()
  private var ending: Ending?
  /// Keys to press once there is something to see.
  private var script: [Key]
  private var isReviewing = false
  /// Whether the review under way is of the file as it is.
  private var isReading = false
  /// Edits that wait until the file has been read as it is by now; keys wait behind them.
  private var held: (edits: [DescriptionEdit], next: Effect.Next)?
  /// Whether what is being reviewed was saved again in the meantime.
  private var isStale = false
  /// When a file was saved that has not been read since.
  private var saved: ContinuousClock.Instant?

  /// How long a file has to be left alone before it is read, in milliseconds.
  private static let pause: Int32 = 50

  init(_ job: ScreenJob, _ curses: Curses, _ signals: Signals, _ reviewer: Reviewer) {
    screen = ReviewScreen(path: job.path, start: job.start)
    script = job.start.keys
    manual = job.manual
    editor = job.editor
    accepting = job.accepting
    saving = job.saving
    documenting = job.documenting
    comparing = job.comparing
    self.curses = curses
    self.signals = signals
    self.reviewer = reviewer
    watch.follow([job.path])
  }

  /// Runs until the screen is left.
  func run() -> Ending {
    resize()
    curses.setMouse(screen.hasMouse)
    startReview()
    while true {
      if let ending { return ending }
      draw()
      wait()
    }
  }

  private func draw() {
    var grid = CellGrid(width: screen.width, height: screen.height)
    screen.draw(on: &grid, ascii: curses.isASCII)
    curses.show(grid)
  }

  private func resize() {
    let (width, height) = curses.size()
    take(.resize(width: width, height: height))
  }

  // MARK: - Events

  private func wait() {
    let descriptors = [STDIN_FILENO, signals.descriptor, reviewer.descriptor, watch.descriptor]
    var polled = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    if held != nil { polled[0].events = 0 }
    let timeout = saved != nil ? Self.pause : watch.interval ?? -1
    let count = poll(&polled, nfds_t(polled.count), timeout)
    if polled[1].revents != 0 { readSignals() }
    if polled[2].revents != 0 { finish() }
    if polled[3].revents != 0 || count == 0 { lookAtFiles() }
    readSavedFiles()
    if polled[0].revents & Int16(POLLIN) != 0 { readKeys() }
    let gone = Int16(POLLHUP | POLLERR | POLLNVAL)
    if polled[0].revents & gone != 0 { ending = ending ?? .signal(SIGHUP) }
  }

  private func readKeys() {
    while ending == nil, held == nil, let event = KeyReader.next() { take(event) }
  }

  private func readSignals() {
    while ending == nil, let number = signals.next() {
      switch number {
      case SIGWINCH: resize()
      case SIGTSTP: suspend()
      case SIGCONT: repaint()
      default: ending = .signal(number)
      }
    }
  }

  private func lookAtFiles() {
    if watch.hasChanged() { saved = .now }
  }

  private func readSavedFiles() {
    guard let saved, .now - saved >= .milliseconds(Self.pause) else { return }
    self.saved = nil
    startReview()
  }

  private func take(_ event: Event) {
    for effect in screen.update(event) { perform(effect) }
  }

  // MARK: - Effects

  private func perform(_ effect: Effect) {
    switch effect {
    case .quit: ending = .quit
    case .repaint: repaint()
    case .suspend: suspend()
    case .reload: startReview()
    case .edit(let path, let line): edit(path, line)
    case .lookUp(let rule): take(.manual(rule: rule, text: manual(rule)))
    case .suppose(let changes): suppose(changes)
    case .solve(let switches): solve(switches)
    case .mouse(let isOn): curses.setMouse(isOn)
    case .copy(let text): curses.copy(text)
    case .save(let rows, let path, let overwrites):
      take(.written(failure: saving(rows, path, overwrites), .nothing))
    case .document(let path):
      let failure = review.map { documenting($0, path) } ?? "nothing was read"
      take(.written(failure: failure, .nothing))
    case .compare(let edits): take(.compared(edited(edits).map(\.difference)))
    case .differ(let revision):
      if let review { reviewer.compare(review, with: revision, by: comparing) }
    case .write(let edits, let next): write(edits, next)
    case .accept(let decision): accept(decision)
    }
  }

  private func repaint() {
    resize()
    curses.forget()
  }

  private func suspend() {
    curses.lent { signals.released { _ = kill(0, SIGTSTP) } }
    repaint()
  }

  private func edit(_ path: String, _ line: Int) {
    let failure = curses.lent {
      signals.released { Editor(path: path, line: line, environment: Editor.variable).run() }
    }
    repaint()
    if let failure { take(.notice(failure)) }
  }

  private func edited(
    _ edits: [DescriptionEdit]
  ) -> Result<ScreenJob.Edit, DescriptionChange.Refusal> {
    review.map { editor($0, edits) } ?? .failure(DescriptionChange.Refusal("nothing was read"))
  }

  private func write(_ edits: [DescriptionEdit], _ next: Effect.Next) {
    guard !isReading, !isStale else {
      held = (edits, next)
      return
    }
    let failure = edited(edits).written()
    take(.written(failure: failure, next))
    if failure == nil { startReview() }
  }

  /// Writes what waits, and takes the keys behind it.
  private func writeHeld() {
    guard let (edits, next) = held, !isReading, !isStale else { return }
    held = nil
    write(edits, next)
    readKeys()
  }

  private func accept(_ decision: Prompt.Decision) {
    let failure = review.map { accepting($0, decision) } ?? "nothing was read"
    take(.written(failure: failure, .nextRow))
    if failure == nil { startReview() }
  }

  /// Looks at other values beside the last review of the file.
  private func suppose(_ changes: [Change]) {
    supposed = changes
    guard !isReviewing, let review else { return }
    supposed = nil
    isReviewing = true
    reviewer.start(changes, of: review)
  }

  /// Solves what was asked for last, one after the other.
  private func solve(_ switches: Set<LossSwitch>) {
    wanted = switches
    guard !isSolving, let outline = screen.contents?.outline else { return }
    wanted = nil
    isSolving = true
    reviewer.solve(outline, with: switches)
  }

  private func finishSolving(_ variant: SolvedVariant) {
    isSolving = false
    take(.solved(variant))
    if let wanted { solve(wanted) }
  }

  private func startReview() {
    guard !isReviewing else {
      isStale = true
      return
    }
    (isReviewing, isReading) = (true, true)
    reviewer.start()
  }

  private func finish() {
    let (made, solved, compared) = reviewer.take()
    if let solved { finishSolving(solved) }
    if let compared { take(.differs(from: compared.revision, compared.difference)) }
    if let made { finishReview(made) }
  }

  private func finishReview(_ made: Reviewer.Made) {
    isReviewing = false
    if made.changes.isEmpty {
      isReading = false
      review = made.review
      take(.reloaded(made.contents))
      for key in script where ending == nil { take(.key(key)) }
      script = []
      watch.follow(made.files)
    } else {
      take(.supposed(made.contents, made.changes))
    }
    if isStale {
      isStale = false
      startReview()
    } else if let supposed {
      suppose(supposed)
    }
    writeHeld()
  }
}
