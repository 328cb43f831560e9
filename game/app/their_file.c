#include "app/their_file.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"

static void compare(TheirFile *file, const Draft *ours)
{
    uint32_t count = draft_count(file->draft);
    DeckCard *cards = ARENA_NEW_N(&file->arena, DeckCard, count + 1);
    for (uint32_t i = 0; i < count; i++) cards[i] = *draft_card(file->draft, i);
    file->cards = cards;
    file->diff = diff_make(ours, cards, count, CARD_ALL_FIELDS, &file->arena);
}

/* By a draft, since that keeps the ids as they are kept in ours. */
TheirFile *their_file_read(const Draft *ours)
{
    TheirFile *file = calloc(1, sizeof *file);
    if (!file) err_fatal("out of memory");
    arena_init(&file->arena, 0);
    DeckReport *report = ARENA_NEW(&file->arena, DeckReport);
    file->draft = draft_open(draft_save_path(ours), NULL, report);
    if (file->draft) {
        compare(file, ours);
        return file;
    }
    const char *name = file_name(str_of(draft_save_path(ours))).data;
    Str problem = deck_problem_line(&file->arena, name, &report->problems[0]);
    snprintf(file->error, sizeof file->error, "%s", problem.data);
    return file;
}

void their_file_free(TheirFile *file)
{
    if (!file) return;
    draft_close(file->draft);
    arena_deinit(&file->arena);
    free(file);
}
