/* The pages of how to play, and the pictures beside their words. */
#ifndef MATCHWICK_SCREENS_HELP_STATE_H
#define MATCHWICK_SCREENS_HELP_STATE_H

#include "screens/screen.h"

typedef void HelpPicture(Ui *ui, Rect box);

typedef struct {
    const char *title, *words;
    HelpPicture *picture;
} HelpCard;

typedef struct {
    const char *label;
    const HelpCard *cards;
    int count;
} HelpPage;

/* The pages, in order (help_pages.c). The numbers in their words are those of the rules. */
const HelpPage *help_pages(int *count);

/* Pictures, drawn from primitives into a box about 200 x 120 (help_pictures.c). */
HelpPicture help_draw_pair, help_draw_decoys, help_draw_cost, help_draw_score, help_draw_question,
    help_draw_lives, help_draw_clock, help_draw_keys, help_draw_pad, help_draw_pointer, help_draw_pause,
    help_draw_boards, help_draw_folder, help_draw_stars, help_draw_learn, help_draw_test, help_draw_cards,
    help_draw_spaced, help_draw_memory, help_draw_import, help_draw_edit, help_draw_export;

#endif
