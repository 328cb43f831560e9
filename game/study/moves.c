#include "study/moves.h"

#include <string.h>

static bool is_marked(const StudyMarks *marks, uint32_t card)
{
    for (uint32_t i = 0; i < marks->count; i++)
        if (marks->marks[i].card == card) return true;
    return false;
}

static void make_room(StudyMarks *marks)
{
    if (marks->count < marks->capacity) return;
    uint32_t capacity = marks->capacity ? 2 * marks->capacity : 16;
    StudyMark *more = ARENA_NEW_N(marks->arena, StudyMark, capacity);
    if (marks->count > 0) memcpy(more, marks->marks, sizeof *more * marks->count);
    marks->marks = more;
    marks->capacity = capacity;
}

void study_mark(StudyMarks *marks, const StudyDeck *deck, uint32_t card, int64_t now_ms)
{
    if (is_marked(marks, card)) return;
    make_room(marks);
    marks->marks[marks->count++] = (StudyMark){card, study_level(deck, card, now_ms)};
}

void study_mark_fact(StudyMarks *marks, const StudyDeck *deck, const StudyFact *fact, int64_t now_ms)
{
    study_mark(marks, deck, fact->card, now_ms);
    if (fact->chosen_card != DECK_NO_CARD) study_mark(marks, deck, fact->chosen_card, now_ms);
}

/* A card begun by a wrong answer is no longer new, but has not moved up. */
static bool has_risen(const StudyDeck *deck, const StudyMark *mark, MasteryLevel now)
{
    if (mark->before != MASTERY_NEW || now != MASTERY_LEARNING) return now > mark->before;
    return deck->cards[mark->card].memory.last_p >= .5;
}

StudyMoves study_moves(const StudyMarks *marks, const StudyDeck *deck, int64_t now_ms)
{
    StudyMoves moves = {0};
    for (uint32_t i = 0; i < marks->count; i++) {
        MasteryLevel now = study_level(deck, marks->marks[i].card, now_ms);
        moves.up += has_risen(deck, &marks->marks[i], now);
        moves.down += now < marks->marks[i].before;
    }
    return moves;
}

static const char *cards(uint32_t count)
{
    return count == 1 ? "card" : "cards";
}

Str study_moves_words(Arena *arena, StudyMoves moves)
{
    if (moves.up > 0 && moves.down > 0)
        return str_format(arena, "%u %s moved up, %u moved down", moves.up, cards(moves.up), moves.down);
    if (moves.up > 0) return str_format(arena, "%u %s moved up", moves.up, cards(moves.up));
    if (moves.down > 0) return str_format(arena, "%u %s moved down", moves.down, cards(moves.down));
    return (Str){0};
}
