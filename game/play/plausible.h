/* Whether a text may stand beside the right answer, and how well it would deceive in a ranked round. */
#ifndef MATCHWICK_PLAY_PLAUSIBLE_H
#define MATCHWICK_PLAY_PLAUSIBLE_H

#include "play/gist.h"
#include "play/play_index.h"

#define PLAUSIBLE_MAX_TEXTS 8 /* wordings of a card that are looked at */

/* What is asked: the right answer as shown, all answers that are right, and the prompt. */
typedef struct {
    const PlayIndex *index;
    Arena *arena;
    Side side; /* of the answers */
    uint32_t card;
    Gist answer, prompt;
    const Gist *rights;
    uint32_t right_count;
} Asked;

typedef struct {
    uint32_t card; /* DECK_NO_CARD: the asked card's own distractor */
    Str shown;
    Gist gist;
    const Gist *prompts;
    uint32_t prompt_count;
} Option;

Asked asked_make(const PlayIndex *index, Arena *arena, Side side, uint32_t card, Str prompt, Str answer);
Option option_make(const Asked *asked, SideText which);
/* The asked card's own distractor. */
Option option_make_own(const Asked *asked, Str shown);
/* Could it be right by its text, or by its card? Such an option is never shown. */
bool option_is_right(const Asked *asked, const Option *option);
/* So near to the right answer or its prompt, or so telling, that it is taken only where nothing else is. */
bool option_is_doubtful(const Asked *asked, const Option *option);
/* In thousandths, higher is better. */
int32_t option_rank(const Asked *asked, const Option *option);

#endif
