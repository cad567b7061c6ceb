// Counts what SQLite allocates for each thread, and refuses what is beyond a
// limit. In C, because SQLite asks on every allocation, and a target of its
// own, because its state must exist once per thread.

#pragma once

#include <stdint.h>

// Puts the counting in the place of SQLite's own; only before SQLite is first
// used.
void query_memory_install(void);

// From now on this thread may allocate so many bytes more than it holds.
void query_memory_allow(int64_t bytes);

// From now on this thread may allocate what it likes. Says whether anything
// was refused since it last might not.
int query_memory_release(void);
