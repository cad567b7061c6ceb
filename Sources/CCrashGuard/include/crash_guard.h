// Restores the terminal when the program crashes. In C, because a signal
// handler may not be Swift, and a target of its own, because its state must
// exist once.

#pragma once

// Keeps the terminal's modes; to be called before they are changed.
void crash_guard_remember_modes(void);

// From now on a crash leaves the alternate screen, restores the modes and says
// so, before it goes on as it would have.
void crash_guard_start(void);

// Puts the earlier handlers back.
void crash_guard_stop(void);
