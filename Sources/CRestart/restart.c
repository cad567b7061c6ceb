#include "restart.h"

#include <signal.h>
#include <stdatomic.h>
#include <string.h>
#include <unistd.h>

static const int crashes[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { crash_count = sizeof crashes / sizeof *crashes, digit_count = 20 };

static char *const *restart_words;
static char *const *restart_variables;
static char *printed_digits;
static const char *last_words;
static int last_status;
static atomic_size_t printed;

static void die(int number) {
  signal(number, SIG_DFL);
  raise(number);
}

static void restart(int number) {
  size_t rest = atomic_load(&printed);
  for (int i = digit_count - 1; i >= 0; i--, rest /= 10) printed_digits[i] = '0' + rest % 10;
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  execve("/proc/self/exe", restart_words, restart_variables);
  die(number);
}

static void end(int number) {
  (void)number;
  if (write(STDERR_FILENO, last_words, strlen(last_words)) < 0) { /* nobody reads */ }
  _exit(last_status);
}

static void handle(void (*handler)(int)) {
  restart_guard_stack();
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = SA_ONSTACK | SA_RESETHAND;
  // Whoever started the program may have blocked them.
  sigset_t signals;
  sigemptyset(&signals);
  for (int i = 0; i < crash_count; i++) {
    sigaction(crashes[i], &action, NULL);
    sigaddset(&signals, crashes[i]);
  }
  sigprocmask(SIG_UNBLOCK, &signals, NULL);
}

void restart_on_crash(char *const words[], char *const variables[], char *digits) {
  restart_words = words;
  restart_variables = variables;
  printed_digits = digits;
  handle(restart);
}

void end_on_crash(const char *text, int status) {
  last_words = text;
  last_status = status;
  handle(end);
}

void die_on_crash(void) { handle(SIG_DFL); }

void restart_count_printed(size_t bytes) { atomic_fetch_add(&printed, bytes); }

void restart_guard_stack(void) {
  static _Thread_local char own[16384];
  stack_t stack = {.ss_sp = own, .ss_size = sizeof own};
  sigaltstack(&stack, NULL);
}
