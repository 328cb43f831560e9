/* The words that say which round is meant: --mode, --variant, --seed, --set, --tag. */
#ifndef MATCHWICK_COMMANDS_ROUND_WORDS_H
#define MATCHWICK_COMMANDS_ROUND_WORDS_H

#include "commands/options.h"
#include "deck/deck_build.h"
#include "play/play_index.h"
#include "play/setup.h"

/* For a command's table. A command that knows further modes says so of --mode itself. */
#define ROUND_WORDS_OPTIONS {"mode", 'm', "MODE", "match or rush"}, ROUND_WORDS_OPTIONS_BUT_MODE
#define ROUND_WORDS_OPTIONS_BUT_MODE                                                                         \
    {"variant", 'v', "VARIANT", "match: decoy, sprint, blitz; rush: classic, survival, marathon"},           \
        {"seed", 's', "N", "the deal's seed, 0 to 18446744073709551615"},                                    \
        {"set", 0, "KEY=VALUE", "a member of the setup; may be given more than once"},                       \
    {                                                                                                        \
        "tag", 't', "TAG", "only cards under this tag; may be given more than once"                          \
    }

typedef struct {
    bool is_named; /* a mode or a variant was given */
    bool has_variant;
    Mode mode; /* match unless named */
    Variant variant;
    bool has_seed;
    uint64_t seed;
    const Words *words;
} RoundWords;

/* False: a word is off (exit 2); the error names what there is. */
NODISCARD bool round_words_read(const Words *words, RoundWords *out, Err *err);
/* The --tag options: each is a tag of the deck, or the error names what there is. Views into argv. */
NODISCARD bool round_words_tags(const Words *words, const Deck *deck, Arena *arena, DeckTexts *out, Err *err);
/* The setup, every default resolved for the deck: the variant, where none was named, is what Play starts with
   there. False: the deck cannot play it (exit 1), or a `--set` or `--tag` is off (exit 2): `exit_code`.
   `note` (160 bytes) gets what is to be said though it can be played, else "". Tags are views into argv. */
NODISCARD bool round_words_setup(const RoundWords *round, const PlayIndex *index, Arena *arena, Setup *out,
                                 char *note, int *exit_code, Err *err);

#endif
