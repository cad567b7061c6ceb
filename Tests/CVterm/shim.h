// libvterm and pseudo-terminals as Swift can call them: bit-fields and hidden
// declarations as functions.

#include <spawn.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <vterm.h>

extern int posix_openpt(int flags);
extern int grantpt(int descriptor);
extern int unlockpt(int descriptor);
extern char *ptsname(int descriptor);

static inline int test_resize(int descriptor, int columns, int rows) {
  struct winsize size = {.ws_row = rows, .ws_col = columns};
  return ioctl(descriptor, TIOCSWINSZ, &size);
}

// The first scalar of a cell: 0 when blank, all ones in the second half of a wide glyph.
static inline uint32_t test_scalar(const VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  VTermPos position = {row, column};
  return vterm_screen_get_cell(screen, position, &cell) ? cell.chars[0] : 0;
}

static inline bool test_is_reversed(const VTermScreen *screen, int row, int column) {
  VTermScreenCell cell;
  VTermPos position = {row, column};
  return vterm_screen_get_cell(screen, position, &cell) && cell.attrs.reverse;
}

// Hidden without a feature-test macro: the folder that a program starts in.
extern int posix_spawn_file_actions_addchdir_np(
    posix_spawn_file_actions_t *actions, const char *folder);
