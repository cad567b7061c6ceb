#include "crash_guard.h"

#include <signal.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { crash_count = sizeof crashes / sizeof *crashes };

static struct sigaction actions_before[crash_count];
static struct termios modes_before;

static void crashed(int number) {
  static const char leave[] = "\033[0m\033[?2004l\033[?1000l\033[?1006l\033[?1l\033>\033[?25h\033[?1049l";
  static const char words[] = "tenfold crashed; the terminal is restored\n";
  if (write(STDOUT_FILENO, leave, sizeof leave - 1) < 0) { /* nobody reads */ }
  tcsetattr(STDIN_FILENO, TCSANOW, &modes_before);
  if (write(STDERR_FILENO, words, sizeof words - 1) < 0) { /* nobody reads */ }
  for (int i = 0; i < crash_count; i++)
    if (crashes[i] == number) sigaction(number, &actions_before[i], NULL);
  raise(number);
}

void crash_guard_remember_modes(void) { tcgetattr(STDIN_FILENO, &modes_before); }

void crash_guard_start(void) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = crashed;
  action.sa_flags = SA_ONSTACK;
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &action, &actions_before[i]);
}

void crash_guard_stop(void) {
  for (int i = 0; i < crash_count; i++) sigaction(crashes[i], &actions_before[i], NULL);
}
