// What becomes of the program when it crashes outside the screen: it is started
// again in its own place, or says so and ends. In C, because a signal handler
// may not be Swift.

#pragma once

#include <stddef.h>

// From now on a crash starts the program again with these words and variables,
// which must stay. `digits`, twenty characters inside one of the variables,
// become the number of bytes that were printed by then.
void restart_on_crash(char *const words[], char *const variables[], char *digits);

// From now on a crash prints a text, which must stay, to standard error and
// ends the program with a status.
void end_on_crash(const char *text, int status);

// From now on a crash ends the program by its signal, whatever the runtime
// would do.
void die_on_crash(void);

// Counts bytes that reached standard output.
void restart_count_printed(size_t bytes);

// Lets the calling thread notice that its stack is full.
void restart_guard_stack(void);
