/* What was chosen for a round: mode, variant and the members of a replay's "setup". An open value: copy it
   freely; its tags are views that someone else keeps alive. The seed is not part of it. Ranges are those of
   the rules; numbers left at 0 mean "by default" until fit_setup (fit.h) has resolved them for a selection.
 */
#ifndef MATCHWICK_PLAY_SETUP_H
#define MATCHWICK_PLAY_SETUP_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define RULES_VERSION 1

typedef enum { MODE_MATCH, MODE_RUSH } Mode;
typedef enum {
    VARIANT_DECOY,
    VARIANT_SPRINT,
    VARIANT_BLITZ,
    VARIANT_CLASSIC,
    VARIANT_SURVIVAL,
    VARIANT_MARATHON
} Variant;
#define VARIANT_COUNT 6
typedef enum { ASK_DEFINITION, ASK_TERM, ASK_BOTH } Ask; /* what the prompt is */
typedef enum { TAGS_ANY, TAGS_ALL } TagsMatch;
typedef enum { TIMING_NORMAL, TIMING_RELAXED, TIMING_OFF } Timing;

#define SETUP_MIN_PAIRS       3
#define SETUP_MAX_PAIRS       60
#define SETUP_MIN_BOARD       3
#define SETUP_MAX_BOARD       10
#define SETUP_MAX_DECOY_BOARD 9
#define SETUP_MIN_OPTIONS     2
#define SETUP_MAX_OPTIONS     6
#define SETUP_MAX_QUESTIONS   1000
#define SETUP_SURVIVAL        300 /* questions of a survival, always */

typedef struct {
    Mode mode;
    Variant variant;
    uint32_t pairs;     /* match: in all; blitz has no such number (0) */
    uint32_t board;     /* match: pairs on the board at once */
    uint32_t questions; /* rush: in all; only classic's can be set */
    uint32_t options;   /* rush */
    Ask ask;            /* rush */
    Timing timing;
    const Str *tags; /* sorted by bytes, each once; none: the whole deck */
    uint32_t tag_count;
    TagsMatch tags_match;
} Setup;

Str mode_name(Mode mode); /* "match": as in files and on the command line */
bool mode_find(Str name, Mode *out);
Str variant_name(Variant variant); /* "decoy" */
bool variant_find(Str name, Variant *out);
Mode variant_mode(Variant variant);
Str ask_name(Ask ask);
bool ask_find(Str name, Ask *out);
Str tags_match_name(TagsMatch match);
bool tags_match_find(Str name, TagsMatch *out);
Str timing_name(Timing timing);
bool timing_find(Str name, Timing *out);

/* The defaults of a variant: board 6, options 4, ask definition, normal timing, the whole deck; pairs and
 * questions by default (0). */
Setup setup_default(Variant variant);
/* One `--set KEY=VALUE`: pairs, board, options, questions, ask, tags_match, timing. False names the allowed
 * range or the allowed keys of that mode. */
NODISCARD bool setup_set(Setup *setup, Str key, Str value, Err *err);
/* Sorts the names, drops doubles, keeps them (not their bytes) in the arena. */
void setup_set_tags(Setup *setup, Arena *arena, const Str *tags, uint32_t count);
/* Every number in its range for the variant, no default left? False says what is off: for setups that come
 * from files. */
NODISCARD bool setup_check(const Setup *setup, Err *err);
/* Decoys on a full board: half the board, rounded down; 0 outside decoy. */
uint32_t setup_decoys(const Setup *setup);
/* The members in a fixed order, one text for equal setups (timing left out: it is in the category):
   "pairs=18 board=6 tags=any:europe,asia". Runs on one leaderboard share it. */
Str setup_key(const Setup *setup, Arena *arena);

/* Which help a round had; each kind ranks apart. The text is "normal", "relaxed", "off", with "+paused" where
 * pauses came to more than 3 s. */
#define CATEGORY_MAX_PAUSE_MS 3000
Str category_name(Timing timing, int64_t pauses_ms);

#endif
