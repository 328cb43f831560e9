/* A replay: a run as a JSON file (version 1), written and read. */
#ifndef MATCHWICK_FORMATS_REPLAY_H
#define MATCHWICK_FORMATS_REPLAY_H

#include "base/arena.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"
#include "play/run.h"

#define REPLAY_FORMAT    "matchwick-replay"
#define REPLAY_VERSION   1
#define REPLAY_MAX_BYTES (16u << 20)
#define REPLAY_MAX_DEPTH 16

/* The file's text, pretty-printed or on one line. */
Str replay_write(const Run *run, bool is_pretty, Arena *arena);
/* Parts of it, as members of an object that is open: deck; mode, variant, seed and setup; deal; result. */
void replay_write_deck(JsonWriter *w, Str id, Str title, Str fingerprint);
void replay_write_round(JsonWriter *w, const Setup *setup, uint64_t seed, Arena *arena);
void replay_write_deal(JsonWriter *w, Mode mode, const Deal *deal);
/* The member "tags" and how a card meets them. */
void replay_write_tags(JsonWriter *w, const Str *tags, uint32_t count, TagsMatch match);
void replay_write_result(JsonWriter *w, Mode mode, const Result *result);
/* Checks every member; members that the format does not name are passed over. What only playing can tell is
   left to run_verify. False: "LINE:COLUMN: what, and what would be right" in `err`. All of the run lies in
   the arena. */
NODISCARD bool replay_read(Str text, Arena *arena, Run *out, Err *err);

#endif
