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

// The crash guard. Its state exists once for each Swift file that uses it, so
// that only one may: Signals.swift.

static const int tui_crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { tui_crash_count = sizeof tui_crashes / sizeof *tui_crashes };

struct tui_before {
  struct sigaction actions[tui_crash_count];
  struct termios modes;
};

static struct tui_before *tui_before(void) {
  static struct tui_before before;
  return &before;
}

static void tui_crashed(int number) {
  static const char leave[] = "\033[0m\033[?1l\033>\033[?25h\033[?1049l";
  static const char words[] = "tenfold crashed; the terminal is restored\n";
  if (write(STDOUT_FILENO, leave, sizeof leave - 1) < 0) { /* nobody reads */ }
  tcsetattr(STDIN_FILENO, TCSANOW, &tui_before()->modes);
  if (write(STDERR_FILENO, words, sizeof words - 1) < 0) { /* nobody reads */ }
  for (int i = 0; i < tui_crash_count; i++)
    if (tui_crashes[i] == number) sigaction(number, &tui_before()->actions[i], NULL);
  raise(number);
}

// To be called before the terminal's modes are changed.
static inline void tui_remember_modes(void) { tcgetattr(STDIN_FILENO, &tui_before()->modes); }

static inline void tui_guard(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = tui_crashed;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < tui_crash_count; i++)
    sigaction(tui_crashes[i], &action, &tui_before()->actions[i]);
}

static inline void tui_unguard(void) {
  for (int i = 0; i < tui_crash_count; i++)
    sigaction(tui_crashes[i], &tui_before()->actions[i], NULL);
}
