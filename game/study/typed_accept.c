#include "study/typed_accept.h"

#include "play/gist.h"

#define MAX_LOOKED_AT 200 /* accepted texts: enough to tell, and soon done */

/* How much one looks like the other; a text of another script hardly at all. */
static uint32_t likeness(const Gist *a, const Gist *b)
{
    uint32_t kind = a->script == b->script ? (uint32_t)gist_kind_in_common(a, b) : 0;
    return gist_dice(a, b) + kind;
}

bool typed_accept_side(Arena *arena, const Deck *deck, Side *side)
{
    uint64_t like_term = 0, like_definition = 0;
    uint32_t looked_at = 0;
    for (uint32_t card = 0; card < deck_count(deck) && looked_at < MAX_LOOKED_AT; card++) {
        if (deck_accept_count(deck, card) == 0) continue;
        Gist accept = gist_make(arena, deck_accept(deck, card, 0));
        Gist term = gist_make(arena, deck_term(deck, card));
        Gist definition = gist_make(arena, deck_wording(deck, card, 0));
        like_term += likeness(&accept, &term);
        like_definition += likeness(&accept, &definition);
        looked_at++;
    }
    *side = like_term > like_definition ? SIDE_TERM : SIDE_DEFINITION;
    uint64_t more = like_term > like_definition ? like_term : like_definition;
    uint64_t less = like_term + like_definition - more;
    return 2 * more > 3 * less;
}
