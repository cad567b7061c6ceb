import CNcurses
import Glibc
import Screens

/// The terminal in its full-screen mode.
final class Curses {
  private let palette: Palette
  /// Whether the terminal shows nothing but ASCII.
  let isASCII: Bool
  private var shown = CellGrid(width: 0, height: 0)
  /// Whether the terminal sends what is done with the mouse.
  private var hasMouse = false

  /// Takes the terminal over.
  init(isColoured: Bool, isASCII: Bool) throws(TerminalRefusal) {
    let name = getenv("TERM").map { String(cString: $0) } ?? ""
    guard name != "dumb" else {
      throw TerminalRefusal(
        message: "a terminal of type dumb cannot show the screen; use `tenfold check FILE`")
    }
    self.isASCII = !Codeset.isUnicode() || isASCII
    // With these set, ncurses would not notice that the window was resized.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    let names = [name, "xterm-256color", "xterm", "vt100"]
    guard names.contains(where: { (name: String) in !name.isEmpty && tui_newterm(name) != nil })
    else {
      throw TerminalRefusal(
        message: "no description of this terminal is installed; use `tenfold check FILE`")
    }
    palette = Palette(isColoured: isColoured)
    setModes()
    holdFrames()
  }

  private func setModes() {
    raw()
    noecho()
    nonl()
    curs_set(0)
    keypad(tui_window(), true)
    nodelay(tui_window(), true)
    leaveok(tui_window(), true)
    set_escdelay(25)
    KeyReader.defineKeys()
    setPasteMarks(true)
  }

  /// Lets a frame be sent as a whole.
  ///
  /// Until the terminal has been given back once, ncurses writes anew each time the cursor moves.
  private func holdFrames() {
    def_prog_mode()
    endwin()
    keypad(tui_window(), true)
  }

  /// Hands a text to the terminal's clipboard.
  func copy(_ text: String) { send(Clipboard.sequence(text)) }

  /// Sends a control sequence that ncurses does not know.
  private func send(_ sequence: String) {
    var rest = Array(sequence.utf8)[...]
    while !rest.isEmpty {
      let sent = rest.withUnsafeBytes { write(STDOUT_FILENO, $0.baseAddress, $0.count) }
      guard sent > 0 || sent < 0 && errno == EINTR else { return }
      rest = rest.dropFirst(max(0, sent))
    }
  }

  /// Whether the terminal marks pasted text, so that it is not taken for keys.
  private func setPasteMarks(_ isOn: Bool) {
    send("\u{1B}[?2004" + (isOn ? "h" : "l"))
  }

  /// Takes the mouse from the terminal, or leaves it there.
  ///
  /// ncurses's own modes know no column beyond 223 where the terminal's description is old.
  func setMouse(_ isOn: Bool) {
    guard isOn != hasMouse else { return }
    hasMouse = isOn
    send(MouseReport.modes(isOn))
  }

  /// Gives the terminal back.
  func close() {
    setMouse(false)
    setPasteMarks(false)
    curs_set(1)
    endwin()
  }

  /// Gives the terminal away while something runs, then paints everything anew.
  func lent<Result>(_ body: () -> Result) -> Result {
    let hadMouse = hasMouse
    def_prog_mode()
    close()
    defer {
      reset_prog_mode()
      curs_set(0)
      setPasteMarks(true)
      setMouse(hadMouse)
      forget()
    }
    return body()
  }

  /// The terminal's size, reported to ncurses.
  func size() -> (width: Int, height: Int) {
    var (columns, rows): (Int32, Int32) = (0, 0)
    guard tui_size(&columns, &rows) == 0, columns > 0, rows > 0 else { return (80, 24) }
    if is_term_resized(rows, columns) {
      resizeterm(rows, columns)
      forget()
    }
    return (Int(columns), Int(rows))
  }

  /// Takes nothing on the terminal for granted.
  func forget() {
    shown = CellGrid(width: 0, height: 0)
    redrawwin(tui_window())
  }

  /// Shows a frame; rows that are there already are not sent.
  func show(_ grid: CellGrid) {
    let isWhole = grid.width == shown.width && grid.height == shown.height
    for row in 0..<grid.height where !isWhole || grid.row(row) != shown.row(row) {
      let cells = grid.row(row).flatMap(palette.cells)
      wmove(tui_window(), Int32(row), 0)
      wadd_wchnstr(tui_window(), cells, Int32(cells.count))
    }
    wrefresh(tui_window())
    shown = grid
  }
}
