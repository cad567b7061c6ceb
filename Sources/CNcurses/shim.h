// ncurses as Swift can call it: its macros and globals as functions, and the
// handler that restores the terminal in a crash, which may not be Swift.
//
// No feature-test macro is defined here: with one, fd_set would differ from
// what other modules see. What stays hidden for that reason is declared.

#define NCURSES_WIDECHAR 1
#define NCURSES_NOMACROS 1
#include <curses.h>
#include <langinfo.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

extern int wcwidth(wchar_t c);
extern char **environ;

static const attr_t tui_bold = A_BOLD, tui_reverse = A_REVERSE, tui_underline = A_UNDERLINE;

static inline char **tui_environment(void) { return environ; }
static inline SCREEN *tui_newterm(const char *name) { return newterm(name, stdout, stdin); }
static inline WINDOW *tui_window(void) { return stdscr; }
static inline int tui_colours(void) { return COLORS; }

static inline int tui_set_cell(cchar_t *cell, const wchar_t *scalars, attr_t attributes, short pair) {
  return setcchar(cell, scalars, attributes, pair, NULL);
}

static inline int tui_size(int *columns, int *rows) {
  struct winsize size;
  if (ioctl(STDIN_FILENO, TIOCGWINSZ, &size) != 0) return -1;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

// The default action, unless whoever started the program wants it ignored.
static inline void tui_default_action(int number) {
  struct sigaction action;
  if (sigaction(number, NULL, &action) != 0 || action.sa_handler == SIG_IGN) return;
  memset(&action, 0, sizeof action);
  action.sa_handler = SIG_DFL;
  sigaction(number, &action, NULL);
}

static inline int tui_signal_descriptor(const sigset_t *signals) {
  return signalfd(-1, signals, SFD_NONBLOCK | SFD_CLOEXEC);
}
