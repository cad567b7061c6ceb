// Shows a `ReviewScreen` on the terminal: keys, signals and saved files in, frames out.
//
// Only importer of ncurses. All of it runs on the main thread but for the reviews, which are made
// beside it and arrive through a pipe.
//
// `Terminal` opens the screen and leaves the terminal as it was. `Loop` waits for whatever comes
// first and hands it to the screen as an event: keys and pastes from `KeyReader`, sizes from
// `Signals`, saved files from `FileWatch`, reviews from `Reviewer`. What the screen asks for it
// does, `Editor` included; `Curses` shows the frames in the looks of `Palette`.

import Glibc
package import Review
import Screens

/// The terminal the program was started on.
package enum Terminal {
  /// Whether a person sits at both ends.
  package static var isInteractive: Bool { isatty(STDIN_FILENO) == 1 && isatty(STDOUT_FILENO) == 1 }

  /// Runs the screen until it is left; the last review, or nil when none was made.
  ///
  /// A signal that ends programs ends this one, too: the terminal is restored, and the process dies
  /// by that signal, so that whoever started it sees why.
  package static func run(_ job: ScreenJob) throws(TerminalRefusal) -> Review? {
    let signals = Signals()
    guard let reviewer = Reviewer(job.review) else {
      throw TerminalRefusal(message: "no pipe can be opened: \(String(cString: strerror(errno)))")
    }
    let curses: Curses
    do {
      curses = try Curses(isColoured: job.isColoured, isASCII: job.isASCII)
    } catch {
      signals.close(wasGuarded: false)
      throw error
    }
    signals.guardTerminal()
    let loop = Loop(job, curses, signals, reviewer)
    let ending = loop.run()
    curses.close()
    signals.close(wasGuarded: true)
    if case .signal(let number) = ending { signals.die(by: number) }
    return loop.review
  }
}
