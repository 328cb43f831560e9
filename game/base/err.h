/* Errors of the world: files, databases, decks. Set once, where it failed, told once, by the screen or
   command. A function that can fail so returns NODISCARD bool (or NULL) and takes an `Err *`. Our own bugs
   are asserts. */
#ifndef MATCHWICK_BASE_ERR_H
#define MATCHWICK_BASE_ERR_H

#include <stdbool.h>

#include "base/attr.h"

typedef struct {
    bool is_set;
    char text[512]; /* a sentence for people, without "error:", UTF-8, cut at a whole code point */
} Err;

/* Sets the text; a second error does not replace the first. `err` may be NULL. Returns false, so `return
 * err_set(...)` works. */
bool err_set(Err *err, const char *format, ...) PRINTF_LIKE(2, 3);
/* Puts "context: " before the text that is there. */
void err_wrap(Err *err, const char *format, ...) PRINTF_LIKE(2, 3);
void err_clear(Err *err);

/* One place for what cannot go on (out of memory): says it on standard error and aborts. */
NORETURN void err_fatal(const char *format, ...) PRINTF_LIKE(1, 2);
/* A line to the log: standard error. */
void err_log(const char *format, ...) PRINTF_LIKE(1, 2);

#endif
