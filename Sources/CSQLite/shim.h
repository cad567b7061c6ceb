#include <sqlite3.h>
#include <stddef.h>

/* Function-like and cast macros that Swift cannot import. */
static inline sqlite3_destructor_type tenfold_sqlite_transient(void) { return SQLITE_TRANSIENT; }
/* sqlite3_db_config is variadic; each use gets a typed door. */
static inline int tenfold_sqlite_configure(sqlite3 *db, int option, int value) {
  return sqlite3_db_config(db, option, value, (int *)0);
}
static inline int tenfold_sqlite_lookaside(sqlite3 *db, int size, int count) {
  return sqlite3_db_config(db, SQLITE_DBCONFIG_LOOKASIDE, (void *)0, size, count);
}
/* An empty text that is not NULL. */
static inline const char *tenfold_sqlite_empty(void) { return ""; }
/* glibc's search for bytes in bytes, linear in both, which Swift's module of it leaves out. */
void *memmem(const void *, size_t, const void *, size_t);
