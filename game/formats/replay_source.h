/* Members of a replay's objects and the checks of their values; for this folder's own files. What is wrong is
   set as "LINE:COLUMN: what, and what would be right"; every function returns false (or NULL) then. */
#ifndef MATCHWICK_FORMATS_REPLAY_SOURCE_H
#define MATCHWICK_FORMATS_REPLAY_SOURCE_H

#include "base/json.h"
#include "play/run.h"

#define REPLAY_MAX_MS INT64_C(1000000000000) /* of any time: 31 years */

typedef struct {
    const JsonDoc *doc;
    Arena *arena; /* texts are copied into it */
    Err *err;
} ReplaySource;

/* An error where `at` starts. */
bool replay_source_error(const ReplaySource *source, const JsonValue *at, const char *format, ...)
    PRINTF_LIKE(3, 4);
/* A member that must be there and of that kind. */
const JsonValue *replay_source_get(const ReplaySource *source, const JsonValue *object, const char *name,
                                   JsonKind kind);
/* At most the 64 KiB of a deck's text. */
bool replay_source_text(const ReplaySource *source, const JsonValue *object, const char *name, Str *out);
bool replay_source_bool(const ReplaySource *source, const JsonValue *object, const char *name, bool *out);
bool replay_source_integer(const ReplaySource *source, const JsonValue *object, const char *name,
                           int64_t high, int64_t *out); /* from 0 */
bool replay_source_u32(const ReplaySource *source, const JsonValue *object, const char *name, uint32_t high,
                       uint32_t *out); /* likewise */

/* A string of decimal digits: a number may not hold all 64 bits. */
bool replay_source_seed(const ReplaySource *source, const JsonValue *object, const char *name, uint64_t *out);
/* The member "tags"; `count` rises from what it is. */
bool replay_source_tags(const ReplaySource *source, const JsonValue *object, const Str **out,
                        uint32_t *count);

/* --- parts of a replay --- */

bool replay_read_setup(const ReplaySource *source, const JsonValue *root, Setup *out);
/* Both need the setup. */
bool replay_read_deal(const ReplaySource *source, const JsonValue *root, const Setup *setup, Deal *out);
bool replay_read_inputs(const ReplaySource *source, const JsonValue *root, Run *run);

#endif
