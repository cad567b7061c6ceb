#include "query_memory.h"

#include <sqlite3.h>
#include <stddef.h>

static sqlite3_mem_methods system_methods;

// What another thread frees is counted there; only differences within one
// question are looked at.
static _Thread_local int64_t held;
static _Thread_local int64_t most = INT64_MAX;
static _Thread_local int refused;

static int fits(int64_t more) {
  if (more <= 0 || most == INT64_MAX || held + more <= most) return 1;
  refused = 1;
  return 0;
}

static void *counted_malloc(int size) {
  if (!fits(size)) return NULL;
  void *memory = system_methods.xMalloc(size);
  if (memory) held += system_methods.xSize(memory);
  return memory;
}

static void counted_free(void *memory) {
  if (memory) held -= system_methods.xSize(memory);
  system_methods.xFree(memory);
}

static void *counted_realloc(void *memory, int size) {
  int before = system_methods.xSize(memory);
  if (!fits((int64_t)size - before)) return NULL;
  void *moved = system_methods.xRealloc(memory, size);
  if (moved) held += (int64_t)system_methods.xSize(moved) - before;
  return moved;
}

void query_memory_install(void) {
  // SQLite's own accounts, one for the process, cost a lock per allocation.
  sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
  if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &system_methods) != SQLITE_OK) return;
  sqlite3_mem_methods counted = system_methods;
  counted.xMalloc = counted_malloc;
  counted.xFree = counted_free;
  counted.xRealloc = counted_realloc;
  sqlite3_config(SQLITE_CONFIG_MALLOC, &counted);
}

void query_memory_allow(int64_t bytes) { most = held + bytes; refused = 0; }

int query_memory_release(void) {
  most = INT64_MAX;
  return refused;
}
