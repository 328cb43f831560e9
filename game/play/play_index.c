#include "play/play_index.h"

PlayIndex *play_index_make(Arena *arena, const Deck *deck)
{
    PlayIndex *index = ARENA_NEW(arena, PlayIndex);
    index->deck = deck;
    index->clash = clash_make(arena, deck);
    index->terms = trigram_index_make(arena, deck, SIDE_TERM);
    index->definitions = trigram_index_make(arena, deck, SIDE_DEFINITION);
    return index;
}
